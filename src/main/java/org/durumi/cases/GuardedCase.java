package org.durumi.cases;

import java.time.Instant;
import org.durumi.kernel.TeamId;

/**
 * What the door has to know of a case before it opens it.
 *
 * @param closedAtOrNull when it was closed; null while it is open
 * @param assignments how often the case is assigned, now, to the person who asks: 0 or 1
 */
record GuardedCase(TeamId team, Instant closedAtOrNull, Long assignments) {
    boolean isOpen() {
        return closedAtOrNull == null;
    }

    boolean isAssigned() {
        return assignments > 0;
    }
}
