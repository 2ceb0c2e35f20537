package org.durumi.work;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.SomebodyTold;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/**
 * When somebody is to be heard of, and that they were. Caseworkers of the case agree with them; a supervisor of its team may record that
 * somebody was heard of too, and alone stops that others are told once they are.
 */
@ApplicationScoped
@Transactional
public class CheckInService {
    /** So much is shown of what was heard, and of what was missed. */
    private static final int SHOWN = 200;

    @Inject
    CheckIns checkIns;

    @Inject
    RareRows rare;

    @Inject
    Plans plans;

    @Inject
    CaseAccess access;

    @Inject
    Participants participants;

    @Inject
    Changes changes;

    @Inject
    CurrentUser user;

    @Inject
    Event<SomebodyTold> others;

    @Inject
    Clock clock;

    /** The check-ins of a case that was opened. */
    public CaseCheckIns of(CaseFile file) {
        CaseKey key = file.key(AccessGroup.CHECK_IN);
        UUID id = file.id().value();
        return new CaseCheckIns(
                rare.of(id, "check_in_plan", () -> plans.of(file, key)),
                key.opened(rare.of(id, "check_in", () -> checkIns.heard(file.id(), Limit.of(SHOWN)))),
                rare.of(id, "check_in_step", () -> checkIns.missed(file.id(), Limit.of(SHOWN))));
    }

    /**
     * The same for rules, the latest of each person: how often others call pushes nothing out. The person who acts is shown nothing of it.
     *
     * @param key that was handed out to assess the case
     */
    public CaseCheckIns toAssess(CaseFile file, CaseKey key) {
        return new CaseCheckIns(
                plans.of(file, key),
                key.opened(checkIns.heardOfEach(file.id(), SHOWN)),
                checkIns.missedOfEach(file.id(), SHOWN));
    }

    /**
     * The words that were agreed with somebody, the newest first, those of plans that ended too: their own access, with an entry of its
     * own.
     *
     * @throws NotFound if nothing was agreed with them
     */
    public List<CodeWords> codeWords(CaseNumber number, ParticipantId who) {
        CaseFile file = access.toRead(number, AccessGroup.CHECK_IN, AccessGroup.CODE_WORD);
        CaseKey key = file.key(AccessGroup.CODE_WORD);
        List<CodeWords> words = plans.of(file, file.key(AccessGroup.CHECK_IN)).stream()
                .filter(each -> each.plan().participant().equals(who))
                .map(each -> each.plan().codeWords(key))
                .distinct()
                .toList();
        if (words.isEmpty()) {
            throw new NotFound();
        }
        return words;
    }

    /**
     * Agrees with somebody when they are to be heard of: the first time after one interval.
     *
     * @throws RuleViolation if something is agreed already, they are held or beyond it, or at the field that contradicts another
     */
    public void agree(CaseNumber number, ParticipantId who, @Valid NewCheckInPlan told) {
        CaseFile file = access.toChange(number, AccessGroup.CHECK_IN, AccessGroup.CODE_WORD);
        Participant participant = participants.one(file, who);
        if (plans.standing(file, who).isPresent()) {
            throw new RuleViolation("check-in.agreed-already");
        }
        if (!Plans.isAwaited(participant.stage())) {
            throw new RuleViolation("check-in.stage", participant.stage());
        }
        CaseRoom.forOneMore(checkIns.plansOf(file.id(), who));
        plans.add(CheckInPlan.agree(
                file, who, told, CodeWords.typed(told, CodeWords.none()), first(told), recording(file)));
        noted(file);
    }

    /**
     * Agrees with somebody on something else.
     *
     * @param seen the edition of the plan that the caseworker had before them
     * @throws RuleViolation if others are being told of them: first somebody must hear of them
     * @throws ChangedMeanwhile if somebody else was faster
     */
    public void change(CaseNumber number, ParticipantId who, @Valid NewCheckInPlan told, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.CHECK_IN, AccessGroup.CODE_WORD);
        participants.one(file, who);
        PlanNow now = standing(file, who);
        ChangedMeanwhile.unless(seen == now.plan().edition());
        requireInTime(now, "check-in.overdue.first");
        CaseRoom.forOneMore(checkIns.plansOf(file.id(), who));
        CodeWords before = now.plan().codeWords(file.key(AccessGroup.CODE_WORD));
        Recording recording = recording(file);
        CheckInPlan next = CheckInPlan.agree(file, who, told, CodeWords.typed(told, before), first(told), recording);
        boolean held = now.plan().state() == CheckInState.HELD;
        now.plan().end(PlanEnd.REPLACED, "", recording);
        plans.follow(now);
        if (held) {
            next.hold(recording);
        }
        plans.add(next);
        noted(file);
    }

    /**
     * Somebody was heard of. They are awaited again after one interval; others are told no more that they were not. If they said that they
     * do not speak freely, everybody is told at once.
     *
     * @throws RuleViolation if nothing is agreed with them
     */
    public void heard(CaseNumber number, ParticipantId who, @Valid NewCheckIn told) {
        CaseFile file = access.toAct(number, AccessGroup.CHECK_IN);
        file.requireOpen();
        if (!told.kind().isHeard()) {
            throw RuleViolation.at("kind", "form.choose");
        }
        participants.one(file, who);
        PlanNow now = standing(file, who);
        Recording recording = recording(file);
        checkIns.add(CheckIn.record(now.plan(), told, recording));
        plans.heard(now, recording);
        if (told.kind() == CheckInKind.DURESS) {
            plans.duress(now, recording.signed().at());
            others.fire(new SomebodyTold());
        }
        noted(file);
    }

    /**
     * Somebody is not awaited for a while.
     *
     * @throws RuleViolation if they are held, or others are being told of them and the person is no supervisor
     */
    public void pause(CaseNumber number, ParticipantId who, @Valid NewPause told) {
        CaseFile file = access.toAct(number, AccessGroup.CHECK_IN);
        file.requireOpen();
        PlanNow now = standingToStop(file, who);
        if (!now.plan().awaits()) {
            throw new RuleViolation("check-in.held");
        }
        Recording recording = recording(file);
        String why = told.why().strip();
        checkIns.add(CheckIn.record(now.plan(), new NewCheckIn(CheckInKind.PAUSED, why), recording));
        now.plan()
                .pause(
                        plans.after(now.plan(), recording.signed().at().plus(Duration.ofHours(told.hours()))),
                        why,
                        recording);
        plans.follow(now);
        noted(file);
    }

    /**
     * Somebody is awaited no more.
     *
     * @throws RuleViolation if others are being told of them and the person is no supervisor
     */
    public void end(CaseNumber number, ParticipantId who, @Valid NewPlanEnd told) {
        CaseFile file = access.toAct(number, AccessGroup.CHECK_IN);
        file.requireOpen();
        PlanNow now = standingToStop(file, who);
        now.plan().end(PlanEnd.BY_HAND, told.why(), recording(file));
        plans.follow(now);
        noted(file);
    }

    /**
     * A supervisor has dealt with somebody's duress.
     *
     * @throws RuleViolation if there is none
     */
    public void answerDuress(CaseNumber number, ParticipantId who, @Valid NewDuressAnswer told) {
        CaseFile file = access.toDecide(number, AccessGroup.CHECK_IN);
        PlanNow now = plans.underDuress(file, who).orElseThrow(() -> new RuleViolation("check-in.no-duress"));
        checkIns.add(CheckIn.record(
                now.plan(), new NewCheckIn(CheckInKind.ANSWERED, told.what().strip()), recording(file)));
        now.climb().duressIsOver();
        checkIns.save(now.climb());
        noted(file);
    }

    private void noted(CaseFile file) {
        plans.show(file);
        changes.recorded(file, AccessGroup.CHECK_IN);
    }

    private PlanNow standingToStop(CaseFile file, ParticipantId who) {
        PlanNow now = standing(file, who);
        if (!user.actor().is(Role.SUPERVISOR)) {
            requireInTime(now, "check-in.overdue.supervisor");
        }
        return now;
    }

    /** Who is late is not put off: others are told first. Of duress the message says nothing, whoever looks on. */
    private void requireInTime(PlanNow now, String late) {
        if (now.climb().duress().isPresent()) {
            throw new RuleViolation("check-in.supervisor-only");
        }
        if (now.isLate(clock.instant())) {
            throw new RuleViolation(late);
        }
    }

    private PlanNow standing(CaseFile file, ParticipantId who) {
        return plans.locked(file, who).orElseThrow(() -> new RuleViolation("check-in.none"));
    }

    private Instant first(NewCheckInPlan told) {
        return plans.afterQuietHours(
                clock.instant().plus(Duration.ofHours(told.intervalHours())), told.quietFrom(), told.quietTo());
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.CHECK_IN));
    }
}
