package org.durumi.requests;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.UserId;

/**
 * What a supervisor answers.
 *
 * @param state granted or declined
 * @param caseworker who works on the case from now on; empty unless that was asked for and is granted
 * @param leaves whether who asked works on it no more then
 * @param word why; of a waiver it is the reason for which it is granted. May be empty only where something else is granted
 */
public record NewRequestAnswer(
        @NotNull RequestState state,
        @NotNull Optional<UserId> caseworker,
        boolean leaves,

        @NotNull @Longest(value = Request.LONGEST_REASON, lines = true)
        String word) {
    /** What was asked for was done by a waiver. */
    static NewRequestAnswer granting(String reason) {
        return new NewRequestAnswer(RequestState.GRANTED, Optional.empty(), false, reason);
    }
}
