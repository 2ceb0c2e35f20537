package org.durumi.evidence;

import java.util.List;
import java.util.Map;
import org.durumi.kernel.UserId;

/**
 * One page of a team's sources, the newest code name first.
 *
 * @param handles of everybody who recorded one of them
 * @param more whether another page follows
 */
public record SourcePage(List<Source> sources, Map<UserId, String> handles, boolean more) {
    public SourcePage {
        sources = List.copyOf(sources);
        handles = Map.copyOf(handles);
    }
}
