package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;

/** The participants of a case that has been opened already, for the features that record about them. */
@ApplicationScoped
public class Participants {
    @Inject
    Journeys journeys;

    /** Those who are in the case, by label, without what is known of them. */
    public List<Participant> of(CaseFile file) {
        return everyone(file).stream().filter(Participant::isIn).toList();
    }

    /** Who is in the case. */
    public Set<ParticipantId> ids(CaseFile file) {
        return of(file).stream().map(Participant::id).collect(Collectors.toSet());
    }

    /** Everybody who is or was in the case, by label, without what is known of them. */
    public List<Participant> everyone(CaseFile file) {
        return journeys.everyone(file);
    }

    /** Those who are in the case, by label, with what is known of them. */
    public List<Participant> known(CaseFile file) {
        return everyoneKnown(file).stream().filter(Participant::isIn).toList();
    }

    /** The same with those who were taken out. */
    public List<Participant> everyoneKnown(CaseFile file) {
        List<Participant> all = everyone(file);
        CaseKey key = file.key(AccessGroup.PARTICIPANT);
        all.forEach(each -> each.open(key));
        return all;
    }

    /**
     * The same for rules, whoever acts.
     *
     * @param key that was handed out to assess the case
     */
    public List<Participant> toAssess(CaseFile file, CaseKey key) {
        return journeys.participants(file.id()).stream()
                .map(each -> each.verified(key))
                .filter(Participant::isIn)
                .toList();
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

    /** The first who is in a case; empty if the person who acts does not see it. */
    public Optional<ParticipantId> first(CaseId caseId) {
        List<Participant> all = journeys.participants(caseId);
        // If somebody took out all of them past the application, one of them must do.
        return Stream.concat(all.stream().filter(Participant::isIn), all.stream())
                .findFirst()
                .map(Participant::id);
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

    /**
     * @throws NotFound if somebody never was in this case
     * @throws RuleViolation if somebody was taken out
     */
    public void require(CaseFile file, Collection<ParticipantId> who) {
        requireThatWere(file, who).forEach(Participant::requireIn);
    }

    /** The same of one alone, who is returned. */
    public Participant one(CaseFile file, ParticipantId who) {
        Participant one = requireThatWere(file, List.of(who)).getFirst();
        one.requireIn();
        return one;
    }

    /**
     * The same of something that concerns several people: one of them is enough.
     *
     * @throws NotFound if somebody never was in this case
     * @throws RuleViolation if all of them were taken out
     */
    public void requireSome(CaseFile file, Collection<ParticipantId> who) {
        List<Participant> people = requireThatWere(file, who);
        if (people.stream().noneMatch(Participant::isIn)) {
            people.forEach(Participant::requireIn);
        }
    }

    /**
     * Those of them, whoever was taken out too.
     *
     * @throws NotFound if somebody never was in this case
     */
    public List<Participant> requireThatWere(CaseFile file, Collection<ParticipantId> who) {
        List<Participant> found =
                everyone(file).stream().filter(each -> who.contains(each.id())).toList();
        if (found.size() < Set.copyOf(who).size()) {
            throw new NotFound();
        }
        return found;
    }
}
