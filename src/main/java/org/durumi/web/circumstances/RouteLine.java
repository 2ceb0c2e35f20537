package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Leg;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** The way of a case in one line of the overview. */
@ApplicationScoped
class RouteLine implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 40, Set.of(AccessGroup.LEG));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        List<Leg> legs = ways.standingLegs(open);
        return legs.isEmpty() ? Optional.empty() : Optional.of(pages.templates().circumstancesLine(open, legs));
    }
}
