package org.durumi.cases;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Visible;
import org.durumi.route.RouteKind;

/**
 * Who shall go into a case of their own, and what kind of case that is.
 *
 * @param participant who goes
 * @param why in the supervisor's words
 */
public record NewSplit(
        @NotEmpty Set<ParticipantId> participant,
        @NotNull CaseKind kind,
        @NotNull RouteKind route,

        @NotNull @Visible @Longest(value = 1000, lines = true)
        String why) {
    public NewSplit {
        participant = Set.copyOf(participant);
    }
}
