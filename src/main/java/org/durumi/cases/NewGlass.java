package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * What opens in an emergency a case that is not one's own.
 *
 * @param number the whole number, as somebody was told it
 * @param why in at least 20 visible characters; everybody who is responsible for the case reads it
 */
public record NewGlass(
        @NotNull CaseNumber number,

        @NotNull @Visible(20) @Longest(value = 1000, lines = true)
        String why) {}
