package org.durumi.cases;

import java.util.Optional;
import org.durumi.route.Standpoint;

/**
 * A participant has reached a stage, or an entry of the journey was corrected. Fired in the transaction of the entry.
 *
 * @param from where the journey stood before; empty for the first entry of a journey
 * @param entry as it was recorded; one that stands again was not opened and keeps its texts sealed
 * @param again whether nothing new was said: the entry only stands again, for what followed it, or stood in its place, was
 *     sent back
 */
public record StageEntered(
        CaseFile file, Participant participant, Optional<Standpoint> from, StageEntry entry, boolean again) {
    /** Whether the participant stands where this entry says, and came there by it: it is no correction of the past. */
    public boolean isNewStandpoint() {
        return !again && participant.standingEntry().equals(entry.id());
    }

    /** Whether somebody who had left is back without having arrived: turned back, freed, or given up. */
    public boolean isWayBack() {
        return from.filter(before -> before.failsTo(entry.stage())).isPresent();
    }
}
