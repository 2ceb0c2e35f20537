package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;

/**
 * Somebody was heard of.
 *
 * @param word what else there is to say; may be empty
 */
public record NewCheckIn(
        @NotNull CheckInKind kind,

        @NotNull @Longest(value = 500, lines = true) String word) {}
