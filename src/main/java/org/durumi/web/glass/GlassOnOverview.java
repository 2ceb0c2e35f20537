package org.durumi.web.glass;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Grant;
import org.durumi.cases.GrantService;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Who opened the case in an emergency lately: whoever works in it shall know without looking for it. */
@ApplicationScoped
class GlassOnOverview implements CasePart {
    /** Long enough for who comes back from a week's leave. */
    private static final Duration LATELY = Duration.ofDays(7);

    @Inject
    Pages pages;

    @Inject
    GrantService grants;

    @Inject
    Handles handles;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 5, Set.of(AccessGroup.ASSIGNMENT));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        List<Grant> lately = grants.of(open.view().file()).stream()
                .filter(each -> each.isEmergency()
                        && each.given().at().plus(LATELY).isAfter(open.page().drawn()))
                .toList();
        return lately.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .glassOpened(
                                open,
                                lately,
                                handles.of(lately.stream().map(Grant::reader).collect(Collectors.toSet()))));
    }
}
