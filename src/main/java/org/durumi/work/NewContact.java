package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/**
 * That somebody was spoken with or written to, or could not be reached.
 *
 * @param with people of the case; nobody if it was somebody else
 * @param other somebody else, in words of ours; may be empty
 * @param about whom it was about; nobody if about those with whom it was, or about the case as a whole
 * @param text what was said; may be empty
 */
public record NewContact(
        @NotNull NoteKind kind,
        @NotNull ContactBy by,
        @NotNull Set<ParticipantId> with,
        @NotNull @Longest(120) String other,
        @NotNull ContactOutcome outcome,
        @NotNull PartialDate happened,

        @NotNull @Longest(value = NewNote.LONGEST, lines = true)
        String text,

        @NotNull Set<ParticipantId> about) {
    public NewContact {
        with = Set.copyOf(with);
        about = Set.copyOf(about);
    }
}
