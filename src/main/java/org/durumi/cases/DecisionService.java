package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.Recording;

/** What a supervisor decides about a case: who works on it, what is confirmed. */
@ApplicationScoped
@Transactional
public class DecisionService {
    /** Waiting entries that one page shows. */
    public static final int PAGE = 50;

    @Inject
    Cases cases;

    @Inject
    Journeys journeys;

    @Inject
    Participants participants;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    Event<StageEntered> stageEntered;

    @Inject
    Event<EntrySentBack> sentBack;

    @Inject
    Event<CaseHandedOver> handedOver;

    /** The entries of the supervisor's team that wait for a confirmation, the oldest first, at most 50. */
    public List<WaitingEntry<StageEntry>> waiting() {
        return waiting(List.of(StageEntry.class));
    }

    /**
     * What waits for the supervisor, at most 50 of each kind, the oldest first; what somebody else changed is left out. Empty
     * for everybody else. Records which cases it shows.
     */
    public <R extends CorrectableRow<?, ?>> List<WaitingEntry<R>> waiting(List<Class<? extends R>> kinds) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        List<WaitingEntry<R>> found = kinds.stream()
                .flatMap(kind -> journeys.<R>waiting(kind, team.get(), PAGE).stream())
                .sorted(Comparator.comparing(each -> each.entry().recorded().at()))
                .toList();
        List<WaitingEntry<R>> readable = access.readable(found, WaitingEntry::number);
        Map<CaseId, NamedKey> keys = access.toList(
                readable.stream().map(WaitingEntry::number).distinct().toList(),
                readable.stream()
                        .collect(Collectors.toMap(
                                each -> each.entry().caseId(), WaitingEntry::number, (same, one) -> same)),
                AccessGroup.CONFIRMATION);
        return labelled(
                keys,
                readable.stream()
                        .filter(each -> Objects.requireNonNull(
                                        keys.get(each.entry().caseId()))
                                .of(AccessGroup.CONFIRMATION)
                                .opened(Optional.of(each.entry()))
                                .isPresent())
                        .toList());
    }

    private <R extends CorrectableRow<?, ?>> List<WaitingEntry<R>> labelled(
            Map<CaseId, NamedKey> keys, List<WaitingEntry<R>> waiting) {
        // What waits of people who were taken out waits for nobody: it counts no more, or waits where they went.
        Map<ParticipantId, String> letters =
                participants
                        .of(waiting.stream()
                                .flatMap(each -> each.entry().whom().stream())
                                .collect(Collectors.toSet()))
                        .stream()
                        .map(each -> each.verified(
                                Objects.requireNonNull(keys.get(each.caseId())).of(AccessGroup.CONFIRMATION)))
                        .filter(Participant::isIn)
                        .collect(Collectors.toMap(Participant::id, Participant::label));
        return waiting.stream()
                .filter(each -> each.entry().whom().stream().anyMatch(letters::containsKey))
                .map(each -> each.labelled(each.entry().whom().stream()
                        .flatMap(who -> Optional.ofNullable(letters.get(who)).stream())
                        .sorted()
                        .collect(Collectors.joining(", "))))
                .toList();
    }

    /**
     * Confirms an entry.
     *
     * @throws RuleViolation if it does not wait, or the supervisor recorded it
     */
    public void confirm(CaseNumber number, EntryId id) {
        CaseFile file = access.toDecide(number, AccessGroup.JOURNEY);
        StageEntry entry = entry(file, id);
        participants.require(file, entry.whom());
        entry.confirm(recording(file));
        journeys.save(entry);
        // What waited for it may have carried a risk on.
        changes.recorded(file, AccessAction.APPROVE, List.of(AccessGroup.CONFIRMATION));
    }

    /**
     * Does not confirm an entry: it is struck with the reason, and the journey stands where it stood before. What was confirmed
     * last in the place of a correction is recorded again; an entry that had waited itself waits again.
     *
     * @throws RuleViolation if it does not wait, the supervisor recorded it, the reason is empty, or the journey has gone
     *     on since
     */
    public void sendBack(CaseNumber number, EntryId id, @Longest(1000) String why) {
        CaseFile file = access.toDecide(number, AccessGroup.JOURNEY);
        StageEntry entry = entry(file, id);
        Participant participant =
                journeys.participant(file.id(), entry.participant()).orElseThrow(NotFound::new);
        participant.verified(recording(file).key()).requireIn();
        Recording recording = recording(file);
        entry.sendBack(why, recording);
        StandingEntries before =
                journeys.journey(participant.id(), recording.key()).before(entry.position());
        StageEntry standing;
        if (entry.replaces().isPresent()) {
            StageEntry original = confirmedBefore(file, entry);
            standing = participant.restore(original, entry, recording);
            journeys.save(entry);
            journeys.append(standing);
        } else {
            standing = before.last().orElseThrow(NotFound::new);
            participant.standAgainOn(standing, entry, recording.key());
            journeys.save(entry);
        }
        journeys.save(participant);
        Headlines.show(file, journeys, recording.key());
        stageEntered.fire(new StageEntered(file, participant, before.standpoint(), standing, true));
        sentBack.fire(EntrySentBack.of(file, entry));
        changes.recorded(file, AccessGroup.CONFIRMATION);
    }

    /**
     * Assigns a case to a caseworker of its team. Does nothing if they work on it already.
     *
     * @throws RuleViolation at «caseworker» if the person is no caseworker of the team
     */
    public void assign(CaseNumber number, UserId caseworker) {
        CaseFile file = access.toDecide(number, AccessGroup.ASSIGNMENT);
        begin(file, caseworker);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.ASSIGNMENT);
    }

    /**
     * Puts a caseworker in the place of another, or beside them.
     *
     * @param from who works on it so far; does nothing to them if they do no more
     * @param leaves whether that one works on it no more
     * @throws RuleViolation at «caseworker» if the other person is no caseworker of the team, or the same
     */
    public void reassign(CaseNumber number, UserId from, UserId to, boolean leaves) {
        CaseFile file = access.toDecide(number, AccessGroup.ASSIGNMENT);
        if (from.equals(to)) {
            throw RuleViolation.at("caseworker", "assignment.same");
        }
        begin(file, to);
        Optional<Assignment> before =
                current(file).filter(each -> each.caseworker().equals(from)).findFirst();
        if (leaves && before.isPresent()) {
            cases.add(AssignmentEnd.of(before.get(), user.actor().signed(clock.instant()), macs));
            handedOver.fire(new CaseHandedOver(file, from, List.of(to)));
        }
        changes.noted(file, AccessAction.CHANGE, AccessGroup.ASSIGNMENT);
    }

    private void begin(CaseFile file, UserId caseworker) {
        boolean ofTheTeam = staff.caseworkers(file.team()).stream()
                .anyMatch(member -> member.id().equals(caseworker));
        if (!ofTheTeam) {
            throw RuleViolation.at("caseworker", "assignment.not-of-the-team");
        }
        assign(file, caseworker);
    }

    /** The same in a case that was opened to decide in it, to somebody of whom that is known. */
    void assign(CaseFile file, UserId caseworker) {
        Signed now = user.actor().signed(clock.instant());
        Optional<Assignment> before = current(file)
                .filter(each -> each.caseworker().equals(caseworker))
                .findFirst();
        if (before.filter(each -> each.isGenuine(macs)).isEmpty()) {
            // A row that somebody slipped in would stand in the way.
            before.ifPresent(each -> cases.add(AssignmentEnd.of(each, now, macs)));
            cases.add(Assignment.begin(file.id(), caseworker, now, macs));
        }
    }

    /**
     * Ends a caseworker's work on a case: from now on the case does not exist for them.
     *
     * @throws RuleViolation if nobody else would be left who may come in, and the case is open
     */
    public void unassign(CaseNumber number, EntryId assignment) {
        CaseFile file = access.toDecide(number, AccessGroup.ASSIGNMENT);
        Assignment ending = current(file)
                .filter(each -> each.id().equals(assignment))
                .findFirst()
                .orElseThrow(NotFound::new);
        Set<UserId> mayComeIn = staff.having(Role.CASEWORKER);
        boolean last = current(file)
                .filter(each -> each.isGenuine(macs) && mayComeIn.contains(each.caseworker()))
                .allMatch(each -> each.id().equals(assignment));
        if (file.isOpen() && last) {
            throw new RuleViolation("assignment.last");
        }
        cases.add(AssignmentEnd.of(ending, user.actor().signed(clock.instant()), macs));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.ASSIGNMENT);
    }

    /**
     * To whom an opened case can be given because nobody works on it who is a caseworker of its team; empty if somebody does.
     */
    List<StaffMember> successors(CaseFile file) {
        List<StaffMember> caseworkers = staff.caseworkers(file.team());
        Set<UserId> working = current(file)
                .filter(each -> each.isGenuine(macs))
                .map(Assignment::caseworker)
                .collect(Collectors.toSet());
        return caseworkers.stream().anyMatch(each -> working.contains(each.id())) ? List.of() : caseworkers;
    }

    private Stream<Assignment> current(CaseFile file) {
        return cases.assignments(file.id()).stream().filter(Assignment::isCurrent);
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.JOURNEY));
    }

    /** What a correction stands for: not an earlier correction that nobody has confirmed either. */
    private StageEntry confirmedBefore(CaseFile file, StageEntry correction) {
        StageEntry before = correction;
        do {
            before = entry(file, before.replaces().orElseThrow());
        } while (before.confirmation() == Confirmation.WAITING
                && before.replaces().isPresent());
        return before;
    }

    private StageEntry entry(CaseFile file, EntryId id) {
        return file.key(AccessGroup.JOURNEY)
                .opened(journeys.entry(file.id(), id))
                .orElseThrow(NotFound::new);
    }
}
