package org.durumi.web.frame;

import java.util.Set;
import org.durumi.accesslog.AccessGroup;

/**
 * Where a part of a case stands, and what it shows there. It is the same for everybody, for as long as the application runs.
 *
 * @param tab the page
 * @param order its place on that page, the smallest first
 * @param shows the groups of fields that it shows: it opens nothing else
 */
public record PartPlace(CaseTab tab, int order, Set<AccessGroup> shows) {
    public PartPlace {
        shows = Set.copyOf(shows);
    }
}
