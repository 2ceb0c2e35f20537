package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.durumi.kernel.Longest;

/**
 * Somebody takes a consent back.
 *
 * @param why in the caseworker's words; may be empty, for nobody has to say why
 */
public record NewWithdrawal(
        @NotNull LocalDate withdrawnOn,
        @NotNull @Longest(value = 500, lines = true) String why) {}
