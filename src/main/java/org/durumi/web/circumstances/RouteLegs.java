package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Leg;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Every leg of a case, in the order of the way. */
@ApplicationScoped
class RouteLegs implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public PartPlace place() {
        return new PartPlace(RoutePage.TAB, 10, Set.of(AccessGroup.LEG));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        List<Leg> legs = ways.legs(open);
        return Optional.of(pages.templates().circumstancesRoute(open, legs, ways.recorders(legs.stream())));
    }

    @Override
    public OptionalInt count(OpenCase open) {
        return OptionalInt.of(ways.numberOfLegs(open));
    }
}
