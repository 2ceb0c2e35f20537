package org.durumi.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * What is to count from now on.
 *
 * @param why for whoever reads the history
 */
public record NewSetting(
        @Min(0) @Max(10_000) int value,
        @NotNull @Visible @Longest(500) String why) {}
