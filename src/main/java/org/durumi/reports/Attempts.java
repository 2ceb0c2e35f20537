package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.kernel.PartialDate;

/** The earlier attempts to leave. */
public record Attempts(List<Attempt> attempts) implements Section {
    /** An earlier attempt to leave. */
    public record Attempt(String who, int number, PartialDate happened, String outcome, String consequences) {}

    public Attempts {
        attempts = List.copyOf(attempts);
    }

    @Override
    public String title() {
        return "summary.attempts";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsAttempts(page, attempts);
    }

    @Override
    public List<Attempts> pieces() {
        return Section.pieces(attempts, 25, Attempts::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        CircumstancesService circumstances;

        @Override
        public int order() {
            return 70;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.ATTEMPT);
        }

        @Override
        public Optional<Attempts> read(OpenSummary open) {
            return SummaryPart.lines(
                    circumstances.of(open.view().file(), AccessGroup.ATTEMPT).attempts().stream()
                            .filter(each -> open.prints(each.whom()))
                            .toList(),
                    each -> attempt(each, open),
                    Attempts::new);
        }

        private static Attempt attempt(org.durumi.circumstances.Attempt attempt, OpenSummary open) {
            return new Attempt(
                    open.name(attempt.participant()),
                    attempt.number(),
                    attempt.happened(),
                    open.said(attempt, open.texts().text(attempt.outcome())),
                    attempt.consequences());
        }
    }
}
