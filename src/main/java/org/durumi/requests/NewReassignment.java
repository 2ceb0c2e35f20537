package org.durumi.requests;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.UserId;
import org.durumi.kernel.Visible;

/**
 * That somebody else is to work on a case.
 *
 * @param to who that should be; empty if the supervisor chooses
 * @param reason in the caseworker's words
 */
public record NewReassignment(
        @NotNull Optional<UserId> to,

        @NotNull @Visible(Request.SHORTEST_REASON) @Longest(value = Request.LONGEST_REASON, lines = true)
        String reason) {}
