package org.durumi.cases;

import java.time.Instant;
import java.util.UUID;
import org.durumi.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What the door has to know of a case before it opens it.
 *
 * @param teamId as the database holds it: a query cannot hand a constructor an identifier of ours
 * @param closedAt when it was closed; null while it is open
 * @param assignments how often the case is assigned, now, to the person who asks: 0 or 1
 */
record GuardedCase(UUID teamId, @Nullable Instant closedAt, Long assignments) {
    TeamId team() {
        return new TeamId(teamId);
    }

    boolean isOpen() {
        return closedAt == null;
    }

    boolean isAssigned() {
        return assignments > 0;
    }
}
