package org.durumi.costs;

import java.util.List;
import java.util.Set;
import org.durumi.kernel.EntryId;

/**
 * One page of norm prices, by route, the newest first.
 *
 * @param inForce those with which a quote of today is compared: one for each route and currency
 * @param more whether another page follows
 */
public record NormPricePage(List<NormPrice> norms, Set<EntryId> inForce, boolean more) {
    public NormPricePage {
        norms = List.copyOf(norms);
        inForce = Set.copyOf(inForce);
    }
}
