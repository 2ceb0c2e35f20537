package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** Why somebody is awaited no more. */
public record NewPlanEnd(
        @NotNull @Visible @Longest(value = 500, lines = true)
        String why) {}
