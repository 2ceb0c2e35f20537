package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.StageEntry;
import org.durumi.route.StageStep;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.EveryMark;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** The stages that people reached, as events of the timeline. */
@ApplicationScoped
class StageEvents implements CaseEvents {
    static final Set<AccessGroup> SHOWS =
            Set.of(AccessGroup.JOURNEY, AccessGroup.CONFIRMATION, AccessGroup.LEG, AccessGroup.BROKER);

    @Inject
    Pages pages;

    @Inject
    NamesInJourneys names;

    @Inject
    EveryMark marks;

    @Override
    public List<String> kinds() {
        return List.of("stage");
    }

    @Override
    public Set<AccessGroup> shows() {
        return marks.shows(SHOWS);
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Map<String, String> mentioned = names.of(open);
        Function<StageEntry, List<Content>> marked = marks.read(open);
        return open.view().entries().stream()
                .map(each -> event(open, each, mentioned, marked.apply(each)))
                .toList();
    }

    private CaseEvent event(OpenCase open, StageEntry entry, Map<String, String> mentioned, List<Content> beside) {
        return new CaseEvent(
                entry.id(),
                "stage",
                entry.happened(),
                entry.recorded().at(),
                Set.of(entry.participant()),
                open.texts().text(entry.stage()),
                !entry.stands() ? "struck" : StageStep.isAlarming(entry.stage()) ? "alarm" : "",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(open.view()
                                        .handles()
                                        .get(entry.recorded().by())),
                                entry.recorded().at()),
                Optional.<Content>of(pages.templates().casesEntryMarks(open.page(), entry, beside)),
                Optional.<Content>of(pages.templates().casesEntrySaid(open, mentioned, entry)),
                open.actions().records() && entry.stands()
                        ? Optional.<Content>of(pages.templates().casesEntryTail(open, entry))
                        : Optional.empty());
    }
}
