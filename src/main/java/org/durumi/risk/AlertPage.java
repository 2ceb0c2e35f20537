package org.durumi.risk;

import java.util.List;
import java.util.Map;
import org.durumi.kernel.UserId;

/**
 * One page of a team's open alerts, the most urgent first.
 *
 * @param handles of everybody who has one of them in hand
 * @param more whether another page follows
 */
public record AlertPage(List<AlertLine> alerts, Map<UserId, String> handles, boolean more) {
    public AlertPage {
        alerts = List.copyOf(alerts);
        handles = Map.copyOf(handles);
    }
}
