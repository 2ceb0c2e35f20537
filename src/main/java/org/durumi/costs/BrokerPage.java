package org.durumi.costs;

import java.util.List;
import java.util.Map;
import org.durumi.kernel.UserId;

/**
 * One page of a team's brokers, by code name.
 *
 * @param handles of everybody who added or vetted one of them
 * @param more whether another page follows
 */
public record BrokerPage(List<Broker> brokers, Map<UserId, String> handles, boolean more) {
    public BrokerPage {
        brokers = List.copyOf(brokers);
        handles = Map.copyOf(handles);
    }
}
