package org.durumi.requests;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * Why somebody asks.
 *
 * @param reason in the caseworker's words; at least twenty visible characters, like that of a waiver
 */
public record NewRequest(
        @NotNull @Visible(Request.SHORTEST_REASON) @Longest(value = Request.LONGEST_REASON, lines = true)
        String reason) {}
