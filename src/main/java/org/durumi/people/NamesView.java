package org.durumi.people;

import java.util.List;
import java.util.Map;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * The names of everybody in a case.
 *
 * @param names struck ones too, in the order in which they were recorded
 * @param handles of those who recorded or struck a name
 */
public record NamesView(
        CaseFile file, List<Participant> participants, List<PersonName> names, Map<UserId, String> handles) {

    /** The names of one participant that stand. */
    public List<PersonName> standing(ParticipantId who) {
        return names.stream()
                .filter(each -> each.participant().equals(who) && each.stands())
                .toList();
    }

    /** The names of one participant that were struck. */
    public List<PersonName> struck(ParticipantId who) {
        return names.stream()
                .filter(each -> each.participant().equals(who) && !each.stands())
                .toList();
    }
}
