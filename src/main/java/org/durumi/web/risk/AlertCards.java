package org.durumi.web.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.UserId;
import org.durumi.risk.AlertLine;
import org.durumi.risk.MyAlerts;
import org.durumi.risk.RiskPanel;
import org.durumi.web.support.Pages;

/** Makes the cards of alerts for the person who looks, as of now. */
@ApplicationScoped
public class AlertCards {
    @Inject
    Pages pages;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** The open alerts of a case. */
    public List<AlertCard> open(RiskPanel risk) {
        return of(risk.openAlerts(), risk.handles());
    }

    /** The most urgent alerts of the caseworker's own cases. */
    public List<AlertCard> of(MyAlerts alerts) {
        return of(alerts.first(), alerts.handles());
    }

    List<AlertCard> of(List<AlertLine> lines, Map<UserId, String> handles) {
        return lines.stream().map(line -> of(line, handles)).toList();
    }

    AlertCard of(AlertLine line, Map<UserId, String> handles) {
        return AlertCard.of(
                line, handles, user.actor(), clock.instant(), pages.page().texts());
    }
}
