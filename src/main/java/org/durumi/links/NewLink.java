package org.durumi.links;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Longest;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Visible;

/**
 * With which case one shall be linked, and how.
 *
 * @param number of the other case, as somebody was told it
 * @param participant who of this case is the same person; empty for every other kind
 * @param why in the words of who wants it; the other side reads them
 */
public record NewLink(
        @NotNull CaseNumber number,
        @NotNull LinkKind kind,
        @NotNull Optional<ParticipantId> participant,

        @NotNull @Visible @Longest(value = 500, lines = true)
        String why) {}
