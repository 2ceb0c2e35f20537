package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.DrawnWay;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.WayWords;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** The way of a case as a line, above its legs. */
@ApplicationScoped
class RouteDrawing implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    /** The journeys say where it broke off. */
    @Override
    public PartPlace place() {
        return new PartPlace(RoutePage.TAB, 5, Set.of(AccessGroup.LEG, AccessGroup.JOURNEY));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        CaseView view = open.view();
        List<Leg> legs = ways.standingLegs(open);
        WayWords words = new WayWords(open.texts(), view::labels, view.everybody());
        return legs.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().circumstancesWay(open.page(), DrawnWay.of(legs, view::journey), words));
    }
}
