package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Visible;

/**
 * Words about a case, as a caseworker writes them down.
 *
 * @param about whom; nobody if they are about the case as a whole
 * @param text no addresses, numbers or names
 */
public record NewNote(
        @NotNull Set<ParticipantId> about,

        @NotNull @Visible @Longest(value = LONGEST, lines = true)
        String text) {
    /** The characters of a note, a contact or an addendum. */
    static final int LONGEST = 4000;

    public NewNote {
        about = Set.copyOf(about);
    }
}
