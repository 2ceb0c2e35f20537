package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseSearch;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertService;
import org.durumi.risk.MyAlerts;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** The most urgent alerts. A supervisor has a page for all of them. */
@ApplicationScoped
class AlertsAtHome implements HomePart {
    /** More are counted. */
    private static final int MOST = 5;

    @Inject
    Pages pages;

    @Inject
    AlertService alerts;

    @Inject
    CaseSearch search;

    @Inject
    AlertCards cards;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Content> read(Page page) {
        MyAlerts mine = alerts.mine(MOST);
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .riskStrip(
                                page,
                                mine,
                                cards.of(mine),
                                search.insteadOf(mine.first().stream()
                                        .map(AlertLine::number)
                                        .toList())));
    }
}
