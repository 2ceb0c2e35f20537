package org.durumi.web.glass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Grant;
import org.durumi.cases.GrantService;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** That somebody opened the case in an emergency, as an event of the timeline. */
@ApplicationScoped
class GlassEvents implements CaseEvents {
    private static final String KIND = "emergency";

    @Inject
    Pages pages;

    @Inject
    GrantService grants;

    @Inject
    Handles handles;

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.ASSIGNMENT);
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        List<Grant> all = grants.of(open.view().file()).stream()
                .filter(Grant::isEmergency)
                .toList();
        Map<UserId, String> people = handles.of(all.stream().map(Grant::reader).collect(Collectors.toSet()));
        return all.stream().map(each -> event(open, each, people)).toList();
    }

    private CaseEvent event(OpenCase open, Grant grant, Map<UserId, String> people) {
        return new CaseEvent(
                grant.id(),
                KIND,
                PartialDate.unknown(),
                grant.given().at(),
                Set.of(),
                open.texts().text("timeline.emergency", grant.until().orElse(grant.due())),
                "alarm",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(people.get(grant.reader())),
                                grant.given().at()),
                Optional.empty(),
                Optional.of(pages.templates().casesClosureSaid(grant.why())),
                Optional.empty());
    }
}
