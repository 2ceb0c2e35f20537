package org.durumi.work;

import java.util.Comparator;
import org.durumi.kernel.CaseNumber;

/**
 * Somebody in a list who was not heard of, or is under duress.
 *
 * @param label the letter of the participant
 */
public record OverdueLine(CaseNumber number, String label, CheckInClimb climb) {
    /** Duress first, then the longest. */
    static final Comparator<OverdueLine> BY_URGENCY = Comparator.comparing(
                    (OverdueLine line) -> line.climb().duress().isEmpty())
            .thenComparing(line -> line.climb().since());
}
