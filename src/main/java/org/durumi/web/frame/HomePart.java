package org.durumi.web.frame;

import gg.jte.Content;
import java.util.Optional;
import java.util.Set;
import org.durumi.web.support.Page;

/** What a feature tells on the page on which somebody's day begins. */
public interface HomePart {
    /** Where it stands. */
    Set<HomePage> pages();

    /** Its place among the others, the smallest first: what cannot wait comes first. */
    int order();

    /** Reads what waits for the reader, and records that; empty if nothing does. */
    Optional<Content> read(Page page);
}
