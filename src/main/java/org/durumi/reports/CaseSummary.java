package org.durumi.reports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/**
 * Everything that the summary of a case prints, already reduced to what its audience may see.
 *
 * <p>The renderer gets nothing else: what is not in here cannot be printed. Words that belong to other features (a sex, an
 * age band, the state of a quote) arrive as texts in the reader's language; an empty text is not printed.
 */
public record CaseSummary(Head head, List<Section> sections, Volume volume) {
    /**
     * What stands above the sections and on every page.
     *
     * @param kind the kind of case, in the reader's words
     * @param team the name of the team
     * @param caseworker the handle of the responsible caseworker, never a name
     * @param headline the stage of the most urgent participant
     * @param level the highest level among the participants
     * @param generated when this was read
     * @param export the number of the request that read this; the access log names it
     * @param draft whether nobody has reviewed it yet: every page says so
     */
    public record Head(
            Audience audience,
            CaseNumber number,
            String kind,
            String team,
            String caseworker,
            RouteKind route,
            Stage headline,
            Level level,
            Instant generated,
            UUID export,
            boolean draft) {}

    /** Which volume of how many it is. */
    public record Volume(int number, int of) {
        static final Volume ONLY = new Volume(1, 1);

        /** Whether there are others. */
        public boolean isOneOfSeveral() {
            return of > 1;
        }
    }

    /** A summary in one volume. */
    public CaseSummary(Head head, List<Section> sections) {
        this(head, sections, Volume.ONLY);
    }

    public CaseSummary {
        sections = List.copyOf(sections);
    }
}
