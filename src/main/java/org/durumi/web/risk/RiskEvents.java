package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.Waiver;
import org.durumi.kernel.Level;
import org.durumi.kernel.PartialDate;
import org.durumi.risk.AlertLine;
import org.durumi.risk.RiskPanel;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** Alerts that were raised and waivers that were granted, as events of the timeline. */
@ApplicationScoped
class RiskEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    CaseRisk risk;

    @Override
    public List<String> kinds() {
        return List.of("alert", "waiver");
    }

    @Override
    public Set<AccessGroup> shows() {
        return CaseRisk.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        RiskPanel panel = risk.panel(open);
        return Stream.concat(
                        panel.alerts().stream().map(each -> event(open, each)),
                        panel.waivers().stream().map(each -> event(open, panel, each)))
                .toList();
    }

    private CaseEvent event(OpenCase open, AlertLine line) {
        var alert = line.alert();
        return new CaseEvent(
                alert.id(),
                "alert",
                PartialDate.on(open.texts().dayOf(alert.raisedAt())),
                alert.raisedAt(),
                Set.of(alert.participant()),
                open.texts().text("timeline.alert", alert.group()),
                alert.state().isOpen() && alert.level().isAtLeast(Level.HIGH) ? "alarm" : "",
                open.texts().text("timeline.raised", alert.raisedAt()),
                Optional.<Content>of(pages.templates().riskAlertMarks(open.page(), alert)),
                Optional.empty(),
                Optional.<Content>of(pages.templates()
                        .riskAlertTail(open.page(), open.address() + "/alerts/" + alert.id(), alert.group())));
    }

    private CaseEvent event(OpenCase open, RiskPanel panel, Waiver waiver) {
        return new CaseEvent(
                waiver.id(),
                "waiver",
                PartialDate.on(open.texts().dayOf(waiver.recorded().at())),
                waiver.recorded().at(),
                Set.of(),
                open.texts().text("timeline.waiver", waiver.subject()),
                "",
                open.texts()
                        .text(
                                "risk.waiver.given",
                                Objects.requireNonNull(
                                        panel.handles().get(waiver.recorded().by())),
                                waiver.recorded().at()),
                Optional.empty(),
                Optional.<Content>of(pages.templates().frameWords(waiver.reason())),
                Optional.empty());
    }
}
