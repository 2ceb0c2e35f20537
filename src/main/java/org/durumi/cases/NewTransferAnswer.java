package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.UserId;

/**
 * What a supervisor of the other team answers.
 *
 * @param end accepted or declined
 * @param to who works on the case from now on; nobody unless it is accepted
 * @param word why it is declined; empty if it is accepted
 */
public record NewTransferAnswer(
        @NotNull TransferEnd end,
        @NotNull Set<UserId> to,

        @NotNull @Longest(value = Transfer.LONGEST, lines = true)
        String word) {}
