package org.durumi.web.frame;

import gg.jte.Content;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;

/**
 * A part of one page of a case, brought by the feature that knows it. The frame collects the parts of a page, names what they
 * show in the one access entry of the page, lets them read in its one transaction, and draws them in their order.
 */
public interface CasePart {
    /** The page on which it stands. */
    CaseTab tab();

    /** Its place on that page, the smallest first. */
    int order();

    /** The groups of fields that it shows: it opens nothing else. */
    Set<AccessGroup> shows();

    /** Reads what it draws; empty if there is nothing to draw. */
    Optional<Content> read(OpenCase open);

    /** How many things its page holds, for the navigation; empty if that is not worth a number. */
    default OptionalInt count(OpenCase open) {
        return OptionalInt.empty();
    }
}
