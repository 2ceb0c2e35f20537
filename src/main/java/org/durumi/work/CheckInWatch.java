package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseChanged;
import org.durumi.cases.CaseFile;
import org.durumi.cases.PeopleSplit;
import org.durumi.cases.PersonPutBack;
import org.durumi.cases.PersonTakenOut;
import org.durumi.cases.StageEntered;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Stage;
import org.durumi.vault.Recording;

/**
 * Who is held is awaited no more until they are free, who has arrived, gave up, was sent back or died never again, and so are those of a
 * closed case and those who were taken out. A correction that says otherwise lets it go on: rather one call too many.
 */
@ApplicationScoped
class CheckInWatch {
    @Inject
    CheckIns checkIns;

    @Inject
    Plans plans;

    @Inject
    CaseAccess access;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    void onStageEntered(@Observes StageEntered entered) {
        CaseFile file = entered.file();
        ParticipantId who = entered.participant().id();
        if (checkIns.plansOf(file.id(), who) == 0) {
            return;
        }
        Recording recording = recording(file);
        Stage stage = entered.participant().stage();
        boolean undone = entered.again() || entered.entry().replaces().isPresent();
        if (undone && !Plans.isOver(stage) && plans.standing(file, who).isEmpty()) {
            beginAgain(file, who, PlanEnd.STAGE, recording);
        }
        plans.locked(file, who).ifPresent(now -> {
            if (Plans.isOver(stage)) {
                end(now, PlanEnd.STAGE, recording);
            } else if (stage == Stage.DETENTION) {
                hold(now, recording);
            } else {
                goOn(now, entered, recording);
            }
        });
        plans.show(file);
    }

    private void hold(PlanNow now, Recording recording) {
        if (now.plan().awaits()) {
            now.plan().hold(recording);
            plans.follow(now);
        }
    }

    /** Who is free again is awaited; who got in touch was heard of, if that was not before they were awaited. */
    private void goOn(PlanNow now, StageEntered entered, Recording recording) {
        if (now.plan().state() == CheckInState.HELD) {
            now.plan()
                    .release(
                            plans.afterOneInterval(
                                    now.plan(), recording.signed().at()),
                            recording);
            plans.follow(now);
        } else if (entered.participant().stage() == Stage.CONTACT
                && entered.isNewStandpoint()
                && entered.entry().replaces().isEmpty()
                && now.isNews(
                        entered.entry().happened(),
                        LocalDate.ofInstant(recording.signed().at(), clock.getZone()),
                        clock.getZone())) {
            plans.heard(now, recording);
        }
    }

    void onCaseChanged(@Observes CaseChanged changed) {
        CaseFile file = changed.file();
        if (file.isOpen() || checkIns.standing(file.id()) == 0) {
            return;
        }
        Recording recording = recording(file);
        plans.of(file, recording.key()).stream()
                .filter(each -> !each.plan().isEnded())
                .map(each -> each.plan().participant())
                .forEach(who -> plans.locked(file, who).ifPresent(now -> end(now, PlanEnd.CASE_CLOSED, recording)));
        plans.show(file);
    }

    void onTakenOut(@Observes PersonTakenOut out) {
        if (checkIns.plansOf(out.file().id(), out.who()) > 0) {
            Recording recording = recording(out.file());
            plans.locked(out.file(), out.who()).ifPresent(now -> end(now, PlanEnd.TAKEN_OUT, recording));
            plans.show(out.file());
        }
    }

    void onPutBack(@Observes PersonPutBack back) {
        if (checkIns.plansOf(back.file().id(), back.who()) > 0) {
            beginAgain(back.file(), back.who(), PlanEnd.TAKEN_OUT, recording(back.file()));
            plans.show(back.file());
        }
    }

    /** What is agreed with those who go into another case stands there; here it ends when they are taken out. */
    void onSplit(@Observes PeopleSplit split) {
        plans.of(split.from(), split.read()).stream()
                .filter(each ->
                        !each.plan().isEnded() && split.copy().takes(each.plan().participant()))
                .forEach(each -> {
                    CheckInPlan plan = each.plan();
                    CheckInClimb climb = checkIns.lock(plan.id());
                    plan.copyInto(split.copy(), split.read());
                    checkIns.add(plan);
                    checkIns.add(climb.inCopy(plan));
                    // Who was told of somebody in the old case is told of them in the new one.
                    Instant now = clock.instant();
                    climb.reached().ifPresent(level -> {
                        // That caseworkers were told is what says that it was missed, and a deputy's step tells none of
                        // them.
                        if (level == CheckInLevel.DEPUTIES) {
                            checkIns.add(CheckInStep.ofMissed(plan, climb.since(), CheckInLevel.CASEWORKERS, now));
                        }
                        checkIns.add(CheckInStep.ofMissed(plan, climb.since(), level, now));
                    });
                    climb.duress().ifPresent(said -> checkIns.add(CheckInStep.ofDuress(plan, said, now)));
                    climb.duressIsOver();
                    checkIns.save(climb);
                });
        plans.show(split.to());
    }

    private void end(PlanNow now, PlanEnd how, Recording recording) {
        now.plan().end(how, "", recording);
        plans.follow(now);
    }

    /** What ended so last stands again. */
    private void beginAgain(CaseFile file, ParticipantId who, PlanEnd ended, Recording recording) {
        plans.of(file, recording.key()).stream()
                .filter(each -> each.plan().participant().equals(who))
                .findFirst()
                .map(PlanNow::plan)
                .filter(last -> last.ended().equals(Optional.of(ended)))
                .ifPresent(last -> {
                    access.alsoNames(file, AccessGroup.CODE_WORD);
                    plans.add(last.again(
                            file,
                            last.codeWords(file.key(AccessGroup.CODE_WORD)),
                            plans.afterOneInterval(last, recording.signed().at()),
                            recording));
                });
    }

    private Recording recording(CaseFile file) {
        access.alsoNames(file, AccessGroup.CHECK_IN);
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.CHECK_IN));
    }
}
