package org.durumi.web.cases;

import java.util.List;
import org.durumi.cases.Participant;

/**
 * What of a case is not done when somebody wants to close it.
 *
 * @param inDanger those who are held, on the way or silent
 * @param alerts how many alerts are open
 * @param blocks how many blocks nobody has waived
 * @param waiting how many entries wait for a confirmation
 * @param quotes how many offers are open
 * @param tasks how many tasks are open
 */
public record OpenMatters(List<Participant> inDanger, long alerts, long blocks, long waiting, long quotes, long tasks) {
    public OpenMatters {
        inDanger = List.copyOf(inDanger);
    }

    /** Whether nothing is open. */
    public boolean none() {
        return inDanger.isEmpty() && alerts + blocks + waiting + quotes + tasks == 0;
    }
}
