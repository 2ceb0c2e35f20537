package org.durumi.reports;

import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;

/**
 * Brings a section of the summary of a case. The summary collects the parts by itself, names what they show in its one access
 * entry, lets them read in its one transaction, and prints them in their order.
 */
interface SummaryPart {
    /** Its place in the summary, the smallest first. */
    int order();

    /** The groups of fields that it shows: it opens nothing else. */
    Set<AccessGroup> shows();

    /** Reads the case and words it for its reader; empty if there is nothing to print. */
    Optional<? extends Section> read(OpenSummary open);
}
