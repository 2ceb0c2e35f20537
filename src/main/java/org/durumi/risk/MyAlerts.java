package org.durumi.risk;

import java.util.List;
import java.util.Map;
import org.durumi.kernel.UserId;

/**
 * The open alerts of a caseworker's own cases.
 *
 * @param first the most urgent of them, opened
 * @param handles of everybody who has one of these in hand
 * @param all how many there are, up to {@link AlertService#PAGE}
 * @param more whether there are more than that
 */
public record MyAlerts(List<AlertLine> first, Map<UserId, String> handles, int all, boolean more) {
    public MyAlerts {
        first = List.copyOf(first);
        handles = Map.copyOf(handles);
    }

    /** Whether there are none. Where there are more than were looked at, some may be among them. */
    public boolean isEmpty() {
        return all == 0 && !more;
    }
}
