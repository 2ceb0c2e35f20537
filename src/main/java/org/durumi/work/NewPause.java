package org.durumi.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * Somebody is not awaited for a while. It ends by itself: a pause that nobody ends would be a silence of which nobody is told.
 *
 * @param hours after which they are awaited again, at most a fortnight
 */
public record NewPause(
        @Min(1) @Max(336) int hours,

        @NotNull @Visible @Longest(value = 500, lines = true)
        String why) {}
