package org.durumi.links;

import java.util.List;

/**
 * Whom to ask about a case that one may not read.
 *
 * @param team its name
 * @param supervisors their handles
 */
public record Whom(String team, List<String> supervisors) {
    public Whom {
        supervisors = List.copyOf(supervisors);
    }
}
