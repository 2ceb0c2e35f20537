package org.durumi.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.Standpoint;

/**
 * A case with its participants, their journeys and who works on it.
 *
 * @param entries of all participants, struck ones too, in the order of the journeys
 * @param assignments past ones too, the newest first
 * @param handles of everybody in the assignments and of those who recorded, decided or struck an entry
 */
public record CaseView(
        CaseFile file,
        List<Participant> participants,
        List<StageEntry> entries,
        List<Assignment> assignments,
        Map<UserId, String> handles) {

    /** What the person for whom the case was opened may do with it. */
    public CaseRights rights() {
        return file.rights();
    }

    /** The entries of one participant that stand, in the order of the journey. */
    public List<StageEntry> journey(ParticipantId who) {
        return entries.stream()
                .filter(entry -> entry.participant().equals(who) && entry.stands())
                .toList();
    }

    /** Where one participant stands, and whether they have left. */
    public Standpoint standpoint(ParticipantId who) {
        return new StandingEntries(journey(who)).standpoint().orElseThrow();
    }

    /** Where the participant of an entry stood before it; empty if it is the first of the journey. */
    public Optional<Standpoint> before(StageEntry entry) {
        return new StandingEntries(journey(entry.participant()))
                .before(entry.position())
                .standpoint();
    }

    /**
     * An entry, with those that were corrected to it, which have its place in the journey, and those that say the same of others:
     * what happened to a family, somebody records once.
     */
    public Set<EntryId> sameEntry(StageEntry entry) {
        Set<NewStage> inItsPlace = entries.stream()
                .filter(each -> each.participant().equals(entry.participant()) && each.position() == entry.position())
                .map(StageEntry::reported)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(each -> inItsPlace.contains(each.reported()))
                .map(StageEntry::id)
                .collect(Collectors.toSet());
    }

    public Set<ParticipantId> everybody() {
        return participants.stream().map(Participant::id).collect(Collectors.toSet());
    }

    /** The letters of some participants, in their order: «A, C». */
    public String labels(Set<ParticipantId> some) {
        return participants.stream()
                .filter(each -> some.contains(each.id()))
                .map(Participant::label)
                .collect(Collectors.joining(", "));
    }

    /** The letter of a participant. */
    public String label(ParticipantId who) {
        return participants.stream()
                .filter(each -> each.id().equals(who))
                .findFirst()
                .map(Participant::label)
                .orElse("");
    }
}
