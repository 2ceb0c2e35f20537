package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Longest;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.Visible;

/**
 * To which team a case is offered.
 *
 * @param reason in the supervisor's words; the other team reads it before it answers
 * @param note what the other side should know; may be empty
 */
public record NewTransfer(
        @NotNull TeamId team,

        @NotNull @Visible(Transfer.SHORTEST_REASON) @Longest(value = Transfer.LONGEST, lines = true)
        String reason,

        @NotNull @Longest(value = Transfer.LONGEST, lines = true)
        String note) {}
