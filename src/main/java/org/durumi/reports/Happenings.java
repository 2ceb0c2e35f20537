package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.PlainCircumstance;
import org.durumi.circumstances.PlainWords;

/** What is known of people beside their journeys: what happened, how they are held, who belongs together, what they need. */
public record Happenings(List<Happening> happenings) implements Section {
    /**
     * One of them.
     *
     * @param when the day or the days; empty if not known
     * @param details what else is known, questions that nobody has answered among it
     */
    public record Happening(String who, String when, String title, List<String> details) {
        public Happening {
            details = List.copyOf(details);
        }
    }

    public Happenings {
        happenings = List.copyOf(happenings);
    }

    @Override
    public String title() {
        return "summary.happenings";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsHappenings(page, happenings);
    }

    @Override
    public List<Happenings> pieces() {
        return Section.pieces(happenings, 20, Happenings::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        /** How somebody can be reached is for those alone who reach them. */
        private static final Set<AccessGroup> PRINTED = CircumstanceKind.GROUPS.stream()
                .filter(each -> each != AccessGroup.SAFE_CONTACT)
                .collect(Collectors.toUnmodifiableSet());

        @Inject
        CircumstancesService circumstances;

        @Override
        public int order() {
            return 65;
        }

        @Override
        public Set<AccessGroup> shows() {
            return PRINTED;
        }

        @Override
        public Optional<Happenings> read(OpenSummary open) {
            Circumstances known = circumstances.of(open.view().file(), PRINTED.toArray(AccessGroup[]::new));
            PlainWords words = new PlainWords(known, open::name, open.texts());
            return SummaryPart.lines(
                    known.plain().stream()
                            .filter(each -> open.prints(each.whom()))
                            .toList(),
                    each -> happening(each, words, open),
                    Happenings::new);
        }

        private static Happening happening(PlainCircumstance<?> one, PlainWords words, OpenSummary open) {
            return new Happening(
                    open.names(one.whom()),
                    PlainWords.when(one, open.texts()),
                    open.said(one, PlainWords.title(one, open.texts())),
                    words.details(one));
        }
    }
}
