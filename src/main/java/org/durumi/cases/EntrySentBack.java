package org.durumi.cases;

import java.util.Set;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;

/**
 * A supervisor did not confirm something that was recorded: it is struck, and whoever recorded it has to look at it again.
 *
 * @param recordedBy who recorded it
 * @param whom those whom it concerns
 */
public record EntrySentBack(CaseFile file, UserId recordedBy, Set<ParticipantId> whom) {
    /** What was sent back. */
    public static EntrySentBack of(CaseFile file, CorrectableRow<?, ?> row) {
        return new EntrySentBack(file, row.recorded().by(), row.whom());
    }
}
