package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * What somebody adds to a note.
 *
 * @param text no addresses, numbers or names
 */
public record NewAddendum(
        @NotNull @Visible @Longest(value = NewNote.LONGEST, lines = true)
        String text) {}
