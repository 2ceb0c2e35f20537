package org.durumi.evidence;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;

/**
 * What is known of a source. There is no name: sources have code names.
 *
 * @param publisher of what was published, such as a newspaper; may be empty
 * @param author who is named as its author; may be empty
 * @param link where it can be read; may be empty
 * @param relayedBy the source through which we know of it
 * @param neverPrinted whether it is protected: nothing that it says leaves the pages
 */
public record NewSource(
        @NotNull SourceKind kind,
        @NotNull @Longest(120) String publisher,
        @NotNull @Longest(120) String author,
        @NotNull @Longest(300) String headline,
        @NotNull PartialDate published,
        @NotNull @Longest(500) String link,
        @NotNull Optional<SourceId> relayedBy,
        @NotNull Reliability reliability,
        boolean neverPrinted) {

    /** A report in the press, as quickly as it is noted: nobody has judged it yet. */
    static NewSource report(NewReport report) {
        return new NewSource(
                SourceKind.MEDIA,
                "",
                "",
                report.headline(),
                PartialDate.unknown(),
                report.link(),
                Optional.empty(),
                Reliability.F,
                false);
    }
}
