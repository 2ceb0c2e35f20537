package org.durumi.web.notes;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;
import org.durumi.work.Note;

/** The last notes and contacts about a person; what is about the case as a whole stands on the page of the notes. */
@ApplicationScoped
class PersonNotes implements PersonPart {
    private static final int SHOWN = 3;

    @Inject
    Pages pages;

    @Inject
    KnownNotes notes;

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownNotes.SHOWS;
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        List<Note> standing = notes.of(open).standing();
        Map<UserId, String> people = notes.people(open);
        return who -> {
            List<Note> theirs = standing.stream()
                    .filter(each -> each.whom().contains(who.id()))
                    .toList();
            return pages.templates()
                    .notesPerson(open, who, theirs.stream().limit(SHOWN).toList(), theirs.size(), people);
        };
    }
}
