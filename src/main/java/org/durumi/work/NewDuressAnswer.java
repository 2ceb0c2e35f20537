package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/** What a supervisor did about somebody's duress, and why it needs nobody's attention any more. */
public record NewDuressAnswer(
        @NotNull @Visible @Longest(value = 500, lines = true)
        String what) {}
