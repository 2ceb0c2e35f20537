package org.durumi.evidence;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;
import org.durumi.route.Certainty;

/**
 * How sure somebody is of an entry of a journey, whatever its claims say.
 *
 * @param certainty empty if it follows from the claims again
 */
public record NewOverruling(
        @NotNull Optional<Certainty> certainty,

        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {}
