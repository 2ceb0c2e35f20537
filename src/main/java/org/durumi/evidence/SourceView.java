package org.durumi.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.kernel.UserId;

/**
 * One source with what it was before.
 *
 * @param earlier what was corrected, the latest first
 * @param relayedBy the source through which it is known
 * @param handles of everybody who recorded something of it
 */
public record SourceView(Source source, List<Source> earlier, Optional<Source> relayedBy, Map<UserId, String> handles) {
    public SourceView {
        earlier = List.copyOf(earlier);
        handles = Map.copyOf(handles);
    }
}
