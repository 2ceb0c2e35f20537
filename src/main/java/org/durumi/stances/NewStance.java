package org.durumi.stances;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;
import org.durumi.route.Stance;

/**
 * What a country is to count as.
 *
 * @param since the day from which it holds
 * @param source where it is said, a published text; it stays in clear: no names, and nothing of a case
 */
public record NewStance(
        @NotNull CountryCode country,
        @NotNull Stance stance,
        @NotNull LocalDate since,
        @NotNull @Visible @Longest(500) String source) {}
