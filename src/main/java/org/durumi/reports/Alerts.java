package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;
import org.durumi.risk.AlertLine;

/** The warnings that were raised, and what became of them. */
public record Alerts(List<Alert> alerts) implements Section {
    /** A warning that was raised. */
    public record Alert(String who, String what, Level level, Instant raised, String state) {}

    public Alerts {
        alerts = List.copyOf(alerts);
    }

    @Override
    public String title() {
        return "summary.alerts";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsAlerts(page, alerts);
    }

    @Override
    public List<Alerts> pieces() {
        return Section.pieces(alerts, 25, Alerts::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 30;
        }

        @Override
        public Set<AccessGroup> shows() {
            return KnownOfCase.RISK;
        }

        @Override
        public Optional<Alerts> read(OpenSummary open) {
            return SummaryPart.lines(
                    known.risk(open).alerts().stream()
                            .filter(line -> open.prints(Set.of(line.alert().participant())))
                            .toList(),
                    line -> alert(line, open),
                    Alerts::new);
        }

        private static Alert alert(AlertLine line, OpenSummary open) {
            Texts texts = open.texts();
            return new Alert(
                    open.name(line.alert().participant()),
                    texts.text(line.alert().group()),
                    line.alert().level(),
                    line.alert().raisedAt(),
                    texts.text(line.alert().state()));
        }
    }
}
