package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** Why a case must be kept for a court or an inquiry, or no longer must. */
public record NewHold(
        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
