package org.durumi.web.frame;

import gg.jte.Content;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A part of one page of a case, brought by the feature that knows it. The frame collects the parts of a page, names what they
 * show in the one access entry of the page, lets them read in its one transaction, and draws them in their order.
 */
public interface CasePart {
    /** Where it stands, and what it shows there. */
    PartPlace place();

    /** Reads what it draws; empty if there is nothing to draw. */
    Optional<Content> read(OpenCase open);

    /** How many things its page holds, for the navigation; empty if that is not worth a number. */
    default OptionalInt count(OpenCase open) {
        return OptionalInt.empty();
    }
}
