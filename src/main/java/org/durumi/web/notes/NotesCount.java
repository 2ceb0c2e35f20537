package org.durumi.web.notes;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;

/** The place of the notes in the navigation of a case, with their number; {@link NoteController} draws the page. */
@ApplicationScoped
class NotesCount implements CasePart {
    @Inject
    KnownNotes notes;

    @Override
    public PartPlace place() {
        return new PartPlace(NoteController.TAB, 10, Set.of());
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.empty();
    }

    @Override
    public OptionalInt count(OpenCase open) {
        return OptionalInt.of(notes.number(open));
    }
}
