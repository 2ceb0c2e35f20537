package org.durumi.reports;

import gg.jte.Content;

/**
 * A section of a summary as it is printed: plain values, already reduced to what its audience may see.
 *
 * <p>Each kind of section is a record of its own, which a {@link SummaryPart} beside it fills.
 */
public interface Section {
    /** The key of its title. */
    String title();

    /** What stands under the title. */
    Content content(SummaryPage page);
}
