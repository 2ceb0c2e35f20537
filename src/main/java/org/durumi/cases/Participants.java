package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseKey;

/** The participants of a case that has been opened already, for the features that record about them. */
@ApplicationScoped
public class Participants {
    @Inject
    Journeys journeys;

    /** Every participant, by label, without what is known of them. */
    public List<Participant> of(CaseFile file) {
        return journeys.participants(file.id());
    }

    /** Every participant, by label, with what is known of them. */
    public List<Participant> known(CaseFile file) {
        List<Participant> all = of(file);
        CaseKey key = file.key(AccessGroup.PARTICIPANT);
        all.forEach(each -> each.open(key));
        return all;
    }

    /** The participants of several cases that a list shows, in no order. */
    public List<Participant> of(Set<ParticipantId> who) {
        return who.isEmpty()
                ? List.of()
                : journeys.participants(who.stream().map(ParticipantId::value).toList());
    }

    /**
     * The entries of each participant that stand, for rules: in the order of the journey, the last is where they are. The person
     * who acts is shown nothing of them.
     *
     * @param key that was handed out to assess the case
     */
    public Map<ParticipantId, List<StageEntry>> journeysToAssess(CaseFile file, CaseKey key) {
        return key.opened(journeys.entries(file.id())).stream()
                .filter(StageEntry::stands)
                .collect(Collectors.groupingBy(StageEntry::participant));
    }

    /** The first participant of a case; empty if the person who acts does not see it. */
    public Optional<ParticipantId> first(CaseId caseId) {
        return journeys.participants(caseId).stream().findFirst().map(Participant::id);
    }

    /** The cases in which somebody is or was with this broker, as far as the person who acts sees them. */
    public List<CaseId> casesWith(BrokerId broker) {
        return journeys.casesWith(broker).stream().map(CaseId::new).toList();
    }

    /** @throws NotFound if this case has no such entry of a journey */
    public void requireEntry(CaseFile file, EntryId entry) {
        if (journeys.entry(file.id(), entry).isEmpty()) {
            throw new NotFound();
        }
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
