package org.durumi.cases;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/** How long closed cases are kept, and what must be kept for a court or an inquiry. A supervisor of the team decides. */
@ApplicationScoped
@Transactional
public class RetentionService {
    private static final int PAGE = 50;

    @Inject
    Retentions retentions;

    @Inject
    Erasures erasures;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Cases cases;

    @Inject
    RetentionDays days;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * What was decided of a case, the newest first.
     *
     * @param decided until when it is kept; empty if it was never closed
     * @param holds lifted ones too
     */
    public record Kept(List<Retention> decided, List<LegalHold> holds) {
        public Kept {
            decided = List.copyOf(decided);
            holds = List.copyOf(holds);
        }

        /** What counts while the case is closed; empty if it was never closed. */
        public Optional<Retention> last() {
            return decided.stream().findFirst();
        }

        /** What forbids to erase it; empty if nothing does. */
        public Optional<LegalHold> hold() {
            return holds.stream().filter(each -> each.lifted().isEmpty()).findFirst();
        }
    }

    /** What was decided of an opened case. */
    public Kept of(CaseFile file) {
        CaseKey key = file.key(AccessGroup.CASE);
        return new Kept(key.opened(retentions.of(file.id())), key.opened(retentions.holds(file.id())));
    }

    /** The closed cases of the supervisor's team whose day has come, the earliest first, at most 50; empty for everybody else. */
    public List<RetentionLine> due() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        List<RetentionLine> due = access.readable(
                retentions.due(team.get(), LocalDate.now(clock), Limit.of(PAGE)), RetentionLine::number);
        if (!due.isEmpty()) {
            access.toList(due.stream().map(RetentionLine::number).toList(), AccessGroup.CASE);
        }
        return due;
    }

    /**
     * Keeps a closed case until another day.
     *
     * @throws RuleViolation if it is open, or at «keepUntil» if that day is not after today, or more than ten years ahead
     */
    public void keep(CaseNumber number, @Valid NewRetention told) {
        CaseFile file = access.toDecide(number, AccessGroup.CASE);
        if (file.isOpen()) {
            throw new RuleViolation("retention.open");
        }
        CaseRoom.forOneMore(retentions.of(file.id()).size());
        retentions.add(Retention.decided(file, told, LocalDate.now(clock), recording(file)));
        days.tell(file, () -> file.key(AccessGroup.CASE));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CASE);
    }

    /**
     * Forbids to erase a case. An erasure that was approved is stopped.
     *
     * @throws RuleViolation if that is forbidden already
     */
    public void hold(CaseNumber number, @Valid NewHold told) {
        CaseFile file = access.toDecide(number, AccessGroup.CASE);
        if (retentions.standingHolds(file.id()) > 0) {
            throw new RuleViolation("hold.stands-already");
        }
        CaseRoom.forOneMore(retentions.holds(file.id()).size());
        Recording recording = recording(file);
        retentions.add(LegalHold.place(file, told, recording));
        erasures.standing(file.id())
                .filter(each -> each.state() == ErasureState.APPROVED)
                .ifPresent(approved -> {
                    approved.stop(recording.signed());
                    erasures.save(approved);
                    file.eraseAt(Optional.empty());
                });
        days.tell(file, recording::key);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CASE);
    }

    /** @throws RuleViolation if no hold stands */
    public void lift(CaseNumber number, @Valid NewHold told) {
        CaseFile file = access.toDecide(number, AccessGroup.CASE);
        LegalHold standing = of(file).hold().orElseThrow(() -> new RuleViolation("hold.lifted-already"));
        standing.lift(told, recording(file));
        retentions.save(standing);
        days.tell(file, () -> file.key(AccessGroup.CASE));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CASE);
    }

    /**
     * Looks whether the day of a closed case has come, for the system alone: nobody is shown anything of it. Nothing happens to an open one.
     *
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written; then nothing is read
     */
    public void look(CaseId id) {
        cases.lockClosed(id).ifPresent(days::tell);
    }

    /** What must be kept of a case must be kept of what is split off from it, too. */
    void split(@Observes PeopleSplit split) {
        split.read().opened(retentions.holds(split.from().id())).stream()
                .filter(each -> each.lifted().isEmpty())
                .forEach(each -> {
                    each.copyInto(split.copy());
                    retentions.add(each);
                });
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.CASE));
    }
}
