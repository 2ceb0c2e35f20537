package org.durumi.links;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.ParticipantId;

/**
 * What somebody does about a link.
 *
 * @param participant who of their own case is the same person; empty for every other kind
 * @param why must be said if it is declined or ended; the other side reads it
 */
public record NewAnswer(
        @NotNull LinkAct act,
        @NotNull Optional<ParticipantId> participant,

        @NotNull @Longest(value = 500, lines = true) String why) {}
