package org.durumi.costs;

import java.util.List;

/**
 * One page of norm prices, by route, the newest first.
 *
 * @param more whether another page follows
 */
public record NormPricePage(List<NormPrice> norms, boolean more) {
    public NormPricePage {
        norms = List.copyOf(norms);
    }
}
