package org.durumi.cases;

import org.durumi.kernel.TeamId;

/**
 * What the door has to know of a case before it opens it.
 *
 * @param assignments how often the case is assigned, now, to the person who asks: 0 or 1
 */
record GuardedCase(TeamId team, Long assignments) {
    boolean isAssigned() {
        return assignments > 0;
    }
}
