package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/** Keeps a plan and its climb together: whoever changes the one follows with the other. */
@ApplicationScoped
class Plans {
    /** Where nobody is awaited any more. */
    private static final Set<Stage> OVER =
            EnumSet.of(Stage.ARRIVAL, Stage.REPATRIATION, Stage.WITHDRAWN, Stage.DECEASED);

    @Inject
    Clock clock;

    @Inject
    CheckIns checkIns;

    /** Whether somebody at this stage may be awaited. */
    static boolean isAwaited(Stage stage) {
        return !isOver(stage) && stage != Stage.DETENTION;
    }

    /** Whether nobody at this stage is awaited any more. */
    static boolean isOver(Stage stage) {
        return OVER.contains(stage);
    }

    /** Those of a case, opened, the newest first. What somebody changed past the application is told. */
    List<PlanNow> of(CaseFile file, CaseKey key) {
        return checkIns.plans(file.id()).stream()
                .flatMap(row -> now(key, (CheckInPlan) row[0], (CheckInClimb) row[1]).stream())
                .toList();
    }

    private static Optional<PlanNow> now(CaseKey key, CheckInPlan stored, CheckInClimb climb) {
        return key.opened(Optional.of(stored)).map(plan -> {
            boolean untrue = !climb.isOf(plan);
            if (untrue) {
                key.changedOutside(plan.id().value());
            }
            return new PlanNow(plan, climb, untrue);
        });
    }

    /** What is agreed with somebody now; empty if nothing is. */
    Optional<PlanNow> standing(CaseFile file, ParticipantId who) {
        return of(file, file.key(AccessGroup.CHECK_IN)).stream()
                .filter(each ->
                        each.plan().participant().equals(who) && !each.plan().isEnded())
                .findFirst();
    }

    /** The same, of which the climb takes no step until the transaction ends. */
    Optional<PlanNow> locked(CaseFile file, ParticipantId who) {
        return standing(file, who).map(this::locked);
    }

    private PlanNow locked(PlanNow read) {
        return new PlanNow(read.plan(), checkIns.lock(read.plan().id()), read.untrue());
    }

    /** The one under which somebody said that they do not speak freely, though it may have ended since; locked as well. */
    Optional<PlanNow> underDuress(CaseFile file, ParticipantId who) {
        return of(file, file.key(AccessGroup.CHECK_IN)).stream()
                .filter(each -> each.plan().participant().equals(who)
                        && each.climb().duress().isPresent())
                .findFirst()
                .map(this::locked);
    }

    void add(CheckInPlan plan) {
        checkIns.add(plan);
        checkIns.add(CheckInClimb.of(plan));
    }

    /** What was changed of the plan, which the climb follows: others are told no more of what was missed. */
    void follow(PlanNow now) {
        now.climb().follow(now.plan());
        checkIns.save(now.plan());
        checkIns.save(now.climb());
    }

    /** Somebody was heard of: they are awaited again after one interval. */
    void heard(PlanNow now, Recording recording) {
        now.plan().heard(afterOneInterval(now.plan(), recording.signed().at()), recording);
        follow(now);
    }

    /** Somebody does not speak freely: everybody is told now. */
    void duress(PlanNow now, Instant said) {
        checkIns.add(CheckInStep.ofDuress(now.plan(), said, said));
        now.climb().duress(said);
        checkIns.save(now.climb());
    }

    Instant afterOneInterval(CheckInPlan plan, Instant now) {
        return after(plan, now.plus(plan.interval()));
    }

    /** The moment, or the end of the plan's quiet hours if it lies within them. */
    Instant after(CheckInPlan plan, Instant moment) {
        return afterQuietHours(moment, plan.quietFrom(), plan.quietTo());
    }

    Instant afterQuietHours(Instant moment, Optional<Integer> from, Optional<Integer> to) {
        return checkIns.afterQuietHours(moment, from, to, clock.getZone());
    }

    /** The case shows who is awaited next. */
    void show(CaseFile file) {
        file.await(checkIns.nextContact(file.id()));
    }
}
