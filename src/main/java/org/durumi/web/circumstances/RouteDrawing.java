package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
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
    /** The journeys say where it broke off. */
    private static final Set<AccessGroup> SHOWS = Stream.concat(
                    KnownWays.SHOWS.stream(), Stream.of(AccessGroup.JOURNEY))
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public PartPlace place() {
        return new PartPlace(RoutePage.TAB, 5, SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        CaseView view = open.view();
        List<Leg> legs = ways.of(open).standing().legs();
        WayWords words = new WayWords(
                open.texts(),
                view::labels,
                view.participants().stream().map(Participant::id).collect(Collectors.toSet()));
        return legs.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().circumstancesWay(open.page(), DrawnWay.of(legs, view::journey), words));
    }
}
