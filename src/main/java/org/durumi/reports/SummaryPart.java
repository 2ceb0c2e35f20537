package org.durumi.reports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** A section with a line for each of what is known; empty if nothing is. */
    static <T, L, S extends Section> Optional<S> lines(
            List<T> known, Function<T, L> line, Function<List<L>, S> section) {
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(section.apply(known.stream().map(line).toList()));
    }
}
