package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * Why a case shall be closed.
 *
 * @param why in the supervisor's words
 */
public record NewClosure(
        @NotNull CloseReason closeReason,

        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
