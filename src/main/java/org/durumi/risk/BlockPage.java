package org.durumi.risk;

import java.util.List;

/**
 * One page of what is blocked in a team's cases, the highest level first.
 *
 * @param more whether another page follows
 */
public record BlockPage(List<BlockLine> blocks, boolean more) {
    public BlockPage {
        blocks = List.copyOf(blocks);
    }
}
