package org.durumi.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;

/** The participants of a case that has been opened already, for the features that record about them. */
@RequestScoped
public class Participants {
    @Inject
    Journeys journeys;

    /** Every participant, by label. */
    public List<Participant> of(CaseFile file) {
        return journeys.participants(file.id());
    }

    /** The participants of several cases that a list shows, in no order. */
    public List<Participant> of(Set<ParticipantId> who) {
        return who.isEmpty()
                ? List.of()
                : journeys.participants(who.stream().map(ParticipantId::value).toList());
    }

    /** The entry on which each participant stands. */
    public Map<ParticipantId, StageEntry> standing(CaseFile file) {
        Set<Object> standing = of(file).stream().map(Participant::standingEntry).collect(Collectors.toSet());
        return journeys.entries(file.id()).stream()
                .filter(entry -> standing.contains(entry.id()))
                .collect(Collectors.toMap(StageEntry::participant, Function.identity()));
    }

    /** @throws NotFound if somebody is not in this case */
    public void require(CaseFile file, Collection<ParticipantId> who) {
        Set<ParticipantId> known =
                of(file).stream().map(Participant::id).collect(Collectors.toCollection(HashSet::new));
        if (!known.containsAll(who)) {
            throw new NotFound();
        }
    }
}
