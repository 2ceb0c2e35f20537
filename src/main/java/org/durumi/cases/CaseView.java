package org.durumi.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.Standpoint;

/**
 * A case with its participants, their journeys and who works on it.
 *
 * @param participants those who are in it, by label
 * @param takenOut those who were taken out, by label: what is recorded of them stays
 * @param entries of all of them, struck ones too, in the order of the journeys
 * @param assignments past ones too, the newest first
 * @param handles of everybody in the assignments and of those who recorded, decided or struck an entry
 */
public record CaseView(
        CaseFile file,
        List<Participant> participants,
        List<Participant> takenOut,
        List<StageEntry> entries,
        List<Assignment> assignments,
        Map<UserId, String> handles) {

    private static final Comparator<Participant> BY_LABEL =
            Comparator.comparingInt((Participant each) -> each.label().length()).thenComparing(Participant::label);

    /** @param all who is in it, and who was */
    static CaseView of(
            CaseFile file,
            List<Participant> all,
            List<StageEntry> entries,
            List<Assignment> assignments,
            Map<UserId, String> handles) {
        return new CaseView(
                file,
                all.stream().filter(Participant::isIn).toList(),
                all.stream().filter(each -> !each.isIn()).toList(),
                entries,
                assignments,
                handles);
    }

    /** Everybody who is in it or was, by label. */
    public List<Participant> everyone() {
        return Stream.concat(participants.stream(), takenOut.stream())
                .sorted(BY_LABEL)
                .toList();
    }

    /** The same as if nobody had been taken out, for the page of somebody who was. */
    public CaseView withTakenOut() {
        return new CaseView(file, everyone(), List.of(), entries, assignments, handles);
    }

    /** Whether something concerns somebody who is in the case, or the case as a whole: else only those who were taken out. */
    public boolean concerns(Set<ParticipantId> whom) {
        return whom.isEmpty()
                || participants.stream().anyMatch(each -> whom.contains(each.id()))
                || takenOut.stream().noneMatch(each -> whom.contains(each.id()));
    }

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

    /** Those who are in it. */
    public Set<ParticipantId> everybody() {
        return participants.stream().map(Participant::id).collect(Collectors.toSet());
    }

    /** The letters of some people, in their order, of who was taken out in brackets: «A, (C)». */
    public String labels(Set<ParticipantId> some) {
        return everyone().stream()
                .filter(each -> some.contains(each.id()))
                .map(this::letter)
                .collect(Collectors.joining(", "));
    }

    /** The letter of somebody, in brackets if they were taken out. */
    public String letter(ParticipantId who) {
        return labels(Set.of(who));
    }

    private String letter(Participant who) {
        return takenOut.contains(who) ? "(" + who.label() + ")" : who.label();
    }

    /** The letter of somebody who is in it or was. */
    public String label(ParticipantId who) {
        return everyone().stream()
                .filter(each -> each.id().equals(who))
                .findFirst()
                .map(Participant::label)
                .orElse("");
    }
}
