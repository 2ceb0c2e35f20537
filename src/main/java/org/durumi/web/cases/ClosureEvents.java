package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Closure;
import org.durumi.cases.ClosureService;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** That a case was closed and opened again, as events of the timeline. */
@ApplicationScoped
class ClosureEvents implements CaseEvents {
    private static final String KIND = "closure";

    @Inject
    Pages pages;

    @Inject
    ClosureService closures;

    @Inject
    Handles handles;

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.CASE);
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        List<Closure> known = closures.history(open.view().file());
        Map<UserId, String> people = handles.of(known.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.closed()), each.reopened().stream()))
                .map(Signed::by)
                .toList());
        return known.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(event(
                                open,
                                each.id(),
                                each.closed(),
                                open.texts().text("timeline.closure.closed", each.closeReason()),
                                each.why(),
                                people)),
                        each.reopened().stream()
                                .map(signed -> event(
                                        open,
                                        CaseEvent.anchor(each.id(), "reopening"),
                                        signed,
                                        open.texts().text("timeline.closure.reopened"),
                                        each.whyReopened(),
                                        people))))
                .toList();
    }

    private CaseEvent event(
            OpenCase open, EntryId id, Signed signed, String title, String why, Map<UserId, String> people) {
        return new CaseEvent(
                id,
                KIND,
                PartialDate.unknown(),
                signed.at(),
                Set.of(),
                title,
                "",
                open.texts().text("entry.recorded", Objects.requireNonNull(people.get(signed.by())), signed.at()),
                Optional.empty(),
                Optional.of(why)
                        .filter(each -> !each.isEmpty())
                        .<Content>map(each -> pages.templates().casesClosureSaid(each)),
                Optional.empty());
    }
}
