package org.durumi.cases;

import java.util.List;

/**
 * The open cases on which somebody works, as far as they are of the supervisor's team.
 *
 * @param first those on which nobody else works, then the others; at most {@link HandoverService#MOST}
 * @param all how many there are
 */
public record HeldCases(List<HeldCase> first, long all) {
    public HeldCases {
        first = List.copyOf(first);
    }
}
