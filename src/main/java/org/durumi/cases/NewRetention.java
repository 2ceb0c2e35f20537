package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * A closed case was reviewed, and is kept.
 *
 * @param keepUntil the day on which it is reviewed again
 */
public record NewRetention(
        @NotNull LocalDate keepUntil,

        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
