package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** Why a closed case is opened again. */
public record NewReopening(
        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
