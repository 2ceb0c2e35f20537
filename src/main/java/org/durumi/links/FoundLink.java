package org.durumi.links;

import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ParticipantId;

/**
 * A case that may be linked with one, as the record says.
 *
 * @param other found wherever it is: nobody is shown it without having the right
 * @param who of the case for which it was looked is the same person; empty for every other kind
 */
public record FoundLink(LinkKind kind, CaseId other, Optional<ParticipantId> who) {
    public static FoundLink of(LinkKind kind, CaseId other) {
        return new FoundLink(kind, other, Optional.empty());
    }
}
