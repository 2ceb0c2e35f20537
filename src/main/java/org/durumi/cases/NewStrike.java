package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;

/**
 * Something was recorded by mistake.
 *
 * @param why what was wrong
 */
public record NewStrike(
        @NotNull @Longest(value = 500, lines = true) String why) {}
