package org.durumi.evidence;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** What somebody decides about a claim, and why. */
public record NewJudgement(
        @NotNull ClaimState state,

        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
