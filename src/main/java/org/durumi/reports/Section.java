package org.durumi.reports;

import gg.jte.Content;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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

    /** The same in pieces of a few lines, in their order: between them a long summary may be divided into volumes. */
    List<? extends Section> pieces();

    /** Pieces of so many lines each. */
    static <L, S extends Section> List<S> pieces(List<L> lines, int each, Function<List<L>, S> section) {
        return IntStream.iterate(0, from -> from < lines.size(), from -> from + each)
                .mapToObj(from -> section.apply(lines.subList(from, Math.min(from + each, lines.size()))))
                .toList();
    }
}
