package org.durumi.work;

import java.util.List;

/**
 * Who was not heard of, as one person is told of it.
 *
 * @param own in the cases that they may open, the most urgent first
 * @param elsewhere in the cases of other teams
 * @param all how many there are, up to {@link OverdueService#MOST} of each
 * @param more whether there are more than that
 */
public record Overdue(List<OverdueLine> own, List<OverdueElsewhere> elsewhere, int all, boolean more) {
    public Overdue {
        own = List.copyOf(own);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether there is nobody. Where there are more than were looked at, somebody may be among them. */
    public boolean isEmpty() {
        return all == 0 && !more;
    }
}
