package org.durumi.web.people;

import java.util.List;
import org.durumi.kernel.ParticipantId;
import org.durumi.people.NamesView;
import org.durumi.people.PersonName;

/** The names of one person of two who are compared. */
public record NamesOfSide(NamesView view, ParticipantId who) {
    /** Those that stand. */
    public List<PersonName> names() {
        return view.standing(who);
    }

    /** The letter of the pseudonym. */
    public String label() {
        return view.participants().stream()
                .filter(each -> each.id().equals(who))
                .findFirst()
                .orElseThrow()
                .label();
    }
}
