package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * Why somebody shall be taken out of a case, or put in again.
 *
 * @param why in the supervisor's words
 */
public record NewTakingOut(
        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
