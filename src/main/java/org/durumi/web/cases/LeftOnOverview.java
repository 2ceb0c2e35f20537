package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** From which case this one was split off, and who was taken out of it. */
@ApplicationScoped
class LeftOnOverview implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownLeavings leavings;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 30, Set.of(AccessGroup.PARTICIPANT));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return leavings.standing(open).isEmpty() && leavings.splitOff(open).isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .casesLeft(
                                open,
                                leavings.standing(open),
                                leavings.splitOff(open),
                                leavings.readable(open),
                                leavings.people(open)));
    }
}
