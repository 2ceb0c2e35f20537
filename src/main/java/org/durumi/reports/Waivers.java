package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.WaiverSubject;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.RiskPanel;

/** The blocks that a supervisor lifted. */
public record Waivers(List<Waiver> waivers) implements Section {
    /** A block that a supervisor lifted, and why. */
    public record Waiver(String who, String what, String reason, String by, Instant given) {}

    public Waivers {
        waivers = List.copyOf(waivers);
    }

    @Override
    public String title() {
        return "summary.waivers";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsWaivers(page, waivers);
    }

    @Override
    public List<Waivers> pieces() {
        return Section.pieces(waivers, 25, Waivers::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 40;
        }

        @Override
        public Set<AccessGroup> shows() {
            return KnownOfCase.RISK;
        }

        @Override
        public Optional<Waivers> read(OpenSummary open) {
            RiskPanel risk = known.risk(open);
            return SummaryPart.lines(
                    risk.waivers().stream().filter(each -> prints(each, open)).toList(),
                    each -> waiver(each, risk, open),
                    Waivers::new);
        }

        private static boolean prints(org.durumi.approval.Waiver waiver, OpenSummary open) {
            return waiver.subject() != WaiverSubject.DEPARTURE
                    || open.prints(Set.of(new ParticipantId(waiver.subjectId())));
        }

        private static Waiver waiver(org.durumi.approval.Waiver waiver, RiskPanel risk, OpenSummary open) {
            return new Waiver(
                    waiver.subject() == WaiverSubject.DEPARTURE ? open.name(new ParticipantId(waiver.subjectId())) : "",
                    open.texts().text(waiver.subject()) + " (" + String.join(", ", waiver.rules()) + ")",
                    waiver.reason(),
                    risk.handles().getOrDefault(waiver.recorded().by(), ""),
                    waiver.recorded().at());
        }
    }
}
