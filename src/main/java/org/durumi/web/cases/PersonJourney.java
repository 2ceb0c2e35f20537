package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.Journey;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** Who a person is, as far as it matters, and where they stand. */
@ApplicationScoped
class PersonJourney implements PersonPart {
    @Inject
    Pages pages;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        Map<ParticipantId, Journey> journeys = Journey.of(open.view()).stream()
                .collect(Collectors.toMap(each -> each.participant().id(), each -> each));
        return who -> pages.templates().casesStanding(open, journeys.get(who.id()));
    }
}
