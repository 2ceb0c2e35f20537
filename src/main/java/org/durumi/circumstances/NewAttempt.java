package org.durumi.circumstances;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.route.AttemptOutcome;

/**
 * What is known of an attempt to leave.
 *
 * @param consequences what followed, in the caseworker's words; no addresses, numbers or names; may be empty
 */
public record NewAttempt(
        @NotNull PartialDate happened,
        @NotNull AttemptOutcome outcome,
        @NotNull @Longest(value = 500, lines = true) String consequences) {}
