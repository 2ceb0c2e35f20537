package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffMember;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.route.Stage;
import org.durumi.settings.Settings;
import org.durumi.vault.Recording;

/**
 * Closes a case, and opens it again. A supervisor of the team does, with a reason; with somebody held, on the way or silent
 * another one must agree.
 */
@ApplicationScoped
@Transactional
public class ClosureService {
    private static final Set<Stage> IN_DANGER = EnumSet.of(Stage.TRANSIT, Stage.DETENTION, Stage.CONTACT_LOST);

    @Inject
    Closures closures;

    @Inject
    Retentions retentions;

    @Inject
    Settings settings;

    @Inject
    Participants participants;

    @Inject
    Journeys journeys;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    DecisionService decisions;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Event<CaseReopened> reopened;

    @Inject
    RetentionDays days;

    @Inject
    RareRows rare;

    /**
     * Closes a case, or asks another supervisor to.
     *
     * @return whether it is closed now
     * @throws RuleViolation if it is closed, or somebody asked already
     */
    public boolean close(CaseNumber number, @Valid NewClosure wanted) {
        CaseFile file = access.toDecide(number, AccessGroup.CASE, AccessGroup.PARTICIPANT);
        file.requireOpen();
        if (closures.waiting(file.id()).isPresent()) {
            throw new RuleViolation("closure.asked-already");
        }
        Recording recording = recording(file);
        if (inDanger(participants.known(file), journeys.entries(file.id())).isEmpty()) {
            closeAtOnce(file, wanted, recording);
            return true;
        }
        closures.add(Closure.ask(file, wanted, recording));
        changes.noted(file, AccessAction.REQUEST, AccessGroup.CASE);
        return false;
    }

    /** @throws RuleViolation if the same supervisor asked */
    public void confirm(CaseNumber number) {
        settle(number, Closure::confirm);
    }

    /** @throws RuleViolation if the same supervisor asked */
    public void decline(CaseNumber number) {
        settle(number, Closure::decline);
    }

    /** @throws RuleViolation if another supervisor asked */
    public void withdraw(CaseNumber number) {
        settle(number, Closure::withdraw);
    }

    private void settle(CaseNumber number, BiConsumer<Closure, Recording> decision) {
        CaseFile file = access.toDecide(number, AccessGroup.CASE);
        Recording recording = recording(file);
        Closure closure = recording.key().opened(closures.waiting(file.id())).orElseThrow(NotFound::new);
        decision.accept(closure, recording);
        closures.save(closure);
        if (closure.isClosing()) {
            close(file, closure, recording);
        } else {
            changes.noted(file, AccessAction.CHANGE, AccessGroup.CASE);
        }
    }

    /** Closes a case of which nobody has to agree. */
    void closeAtOnce(CaseFile file, NewClosure wanted, Recording recording) {
        Closure closure = Closure.atOnce(file, wanted, recording);
        closures.add(closure);
        close(file, closure, recording);
    }

    private void close(CaseFile file, Closure closure, Recording recording) {
        file.close(closure.closeReason(), recording.signed());
        LocalDate today = LocalDate.ofInstant(recording.signed().at(), clock.getZone());
        int years = settings.of(closure.closeReason().kept());
        retentions.add(Retention.byRule(file, years, today, recording));
        days.tell(file, recording::key);
        changes.recorded(file, AccessGroup.CASE);
    }

    /** To whom a case has to be given when it is reopened, because nobody works on it any more who could; empty if somebody does. */
    public List<StaffMember> successors(CaseFile file) {
        return decisions.successors(file);
    }

    /**
     * Reopens a closed case. Why stands beside its last closing.
     *
     * @throws RuleViolation at «caseworker» if nobody works on it who could, and none of them is named
     */
    public void reopen(CaseNumber number, @Valid NewReopening told) {
        CaseFile file = access.toDecide(number, AccessGroup.CASE);
        Recording recording = recording(file);
        List<StaffMember> successors = decisions.successors(file);
        file.reopen(recording.signed().at());
        if (!successors.isEmpty()) {
            decisions.assign(
                    file,
                    successors.stream()
                            .map(StaffMember::id)
                            .filter(each ->
                                    told.caseworker().filter(each::equals).isPresent())
                            .findFirst()
                            .orElseThrow(() -> RuleViolation.at("caseworker", "closure.reopening.choose")));
        }
        last(file).filter(closure -> closure.reopened().isEmpty()).ifPresent(closure -> {
            closure.reopen(told, recording);
            closures.save(closure);
        });
        reopened.fire(new CaseReopened(file, recording.signed()));
        days.tell(file, recording::key);
        changes.recorded(
                file,
                AccessAction.CHANGE,
                successors.isEmpty() ? List.of(AccessGroup.CASE) : List.of(AccessGroup.CASE, AccessGroup.ASSIGNMENT));
    }

    /** The wish to close an opened case that waits for another supervisor; empty if nobody asked. */
    public Optional<Closure> waiting(CaseFile file) {
        return file.key(AccessGroup.CASE).opened(closures.waiting(file.id()));
    }

    /** How an opened case was closed last; empty if it never was. */
    public Optional<Closure> last(CaseFile file) {
        return history(file).stream().findFirst();
    }

    /** How an opened case was closed, and opened again, the newest first. */
    public List<Closure> history(CaseFile file) {
        return file.key(AccessGroup.CASE)
                .opened(rare.of(file.id().value(), "closure", () -> closures.closed(file.id())));
    }

    /** What the supervisor's team wants to close and waits for another supervisor, the oldest first. */
    public List<ClosureLine> waiting() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        List<ClosureLine> waiting = access.readable(closures.waitingIn(team.get()), ClosureLine::number);
        if (!waiting.isEmpty()) {
            access.toList(waiting.stream().map(ClosureLine::number).toList(), AccessGroup.CASE);
        }
        return waiting;
    }

    /**
     * Those who are held, on the way or silent, or of whom nobody has confirmed yet that they are not: for their sake closing
     * takes two.
     */
    public static List<Participant> inDanger(Collection<Participant> people, Collection<StageEntry> entries) {
        Set<ParticipantId> unconfirmed = unconfirmed(entries);
        return people.stream()
                .filter(each ->
                        each.isChangedOutside() || IN_DANGER.contains(each.stage()) || unconfirmed.contains(each.id()))
                .toList();
    }

    /** Those of whom an entry waits for a supervisor. */
    static Set<ParticipantId> unconfirmed(Collection<StageEntry> entries) {
        return entries.stream()
                .filter(StageEntry::isWaiting)
                .map(StageEntry::participant)
                .collect(Collectors.toSet());
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.CASE));
    }
}
