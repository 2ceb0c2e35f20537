package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.EveryMark;
import org.durumi.web.frame.Journey;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** Every entry of a person's journey, corrected ones too. */
@ApplicationScoped
class PersonEntries implements PersonPart {
    @Inject
    Pages pages;

    @Inject
    NamesInJourneys names;

    @Inject
    EveryMark marks;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<AccessGroup> shows() {
        return marks.shows(StageEvents.SHOWS);
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        Map<String, String> mentioned = names.of(open);
        Map<ParticipantId, Journey> journeys = Journey.of(open.view()).stream()
                .collect(Collectors.toMap(each -> each.participant().id(), each -> each));
        Function<StageEntry, List<Content>> marked = marks.read(open);
        return who -> pages.templates().casesEntries(open, mentioned, journeys.get(who.id()), marked);
    }
}
