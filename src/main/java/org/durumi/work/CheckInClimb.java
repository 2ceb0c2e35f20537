package org.durumi.work;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * How far others have been told that somebody was not heard of. It goes on while the keys are locked ({@link Climb}), so that all it
 * needs stands in clear, and carries no MAC. With the keys it is compared with its plan.
 */
@Entity
@Table(name = "check_in_climb")
public class CheckInClimb {
    /** An end of quiet hours moves the next check-in by less. */
    private static final Duration DAY = Duration.ofDays(1);

    @EmbeddedId
    private EntryId planId;

    @Immutable
    private CaseId caseId;

    @Immutable
    private ParticipantId participantId;

    @Immutable
    private int intervalHours;

    @Immutable
    private int graceMinutes;

    @Immutable
    private @Nullable Integer quietFrom;

    @Immutable
    private @Nullable Integer quietTo;

    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckInLevel step;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckInLevel reached;

    private int misses;
    private @Nullable Instant missedSince;
    private @Nullable Instant duressAt;
    private @Nullable Instant nextAt;

    @SuppressWarnings("NullAway.Init")
    protected CheckInClimb() {} // Hibernate

    /** Of a plan that is opened. */
    static CheckInClimb of(CheckInPlan plan) {
        CheckInClimb climb = new CheckInClimb();
        climb.planId = plan.id();
        climb.caseId = plan.caseId();
        climb.participantId = plan.participant();
        climb.intervalHours = plan.intervalHours();
        climb.graceMinutes = plan.graceMinutes();
        climb.quietFrom = plan.quietFrom().orElse(null);
        climb.quietTo = plan.quietTo().orElse(null);
        climb.follow(plan);
        return climb;
    }

    /** The same for a copy of its plan in another case: whoever is told of somebody stays to be told. */
    CheckInClimb inCopy(CheckInPlan copied) {
        CheckInClimb climb = of(copied);
        climb.dueAt = dueAt;
        climb.step = step;
        climb.reached = reached;
        climb.misses = misses;
        climb.missedSince = missedSince;
        climb.duressAt = duressAt;
        climb.nextAt = nextAt;
        return climb;
    }

    /**
     * What the plan says: from now on nothing is missed, and somebody is awaited when it says, or not at all. Duress stays, whatever
     * becomes of the plan: only a supervisor ends it.
     */
    final void follow(CheckInPlan plan) {
        dueAt = plan.due();
        step = null;
        reached = null;
        misses = 0;
        missedSince = null;
        nextAt = plan.awaits() ? dueAt.plus(grace()) : null;
    }

    void duress(Instant said) {
        duressAt = said;
    }

    void duressIsOver() {
        duressAt = null;
    }

    /** Whether it says what its plan, opened, lets it say: else somebody changed it past the application. */
    boolean isOf(CheckInPlan plan) {
        return caseId.equals(plan.caseId())
                && participantId.equals(plan.participant())
                && intervalHours == plan.intervalHours()
                && graceMinutes == plan.graceMinutes()
                && Objects.equals(quietFrom, plan.quietFrom().orElse(null))
                && Objects.equals(quietTo, plan.quietTo().orElse(null))
                && since().equals(plan.due())
                && plan.awaits() == (nextAt != null)
                && (nextAt == null || nextAt.isBefore(latestStep()))
                && (missedSince == null || !dueAt.isAfter(latestDue()));
    }

    /** With each check-in that was missed the next one is due, not later than after one interval and the end of its quiet hours. */
    private Instant latestDue() {
        return since().plus(Duration.ofHours(intervalHours).plus(DAY).multipliedBy(misses));
    }

    private Instant latestStep() {
        return step == null
                ? dueAt.plus(grace()).plusMillis(1)
                : dueAt.plus(Duration.ofHours(intervalHours)).plus(DAY);
    }

    private Duration grace() {
        return Duration.ofMinutes(graceMinutes);
    }

    public EntryId plan() {
        return planId;
    }

    public CaseId caseId() {
        return caseId;
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** When somebody is to be heard of, or the first time that they were not. */
    public Instant since() {
        return missedSince == null ? dueAt : missedSince;
    }

    /** When the next check-in is due of which nobody has been told yet that it is missed. */
    public Instant due() {
        return dueAt;
    }

    /** How many check-ins in a row were missed. */
    public int misses() {
        return misses;
    }

    /** Who has been told, at most, since somebody was heard of last; empty if nothing was missed. */
    public Optional<CheckInLevel> reached() {
        return Optional.ofNullable(reached);
    }

    /** When somebody said that they do not speak freely; empty if they have not, or it was dealt with. */
    public Optional<Instant> duress() {
        return Optional.ofNullable(duressAt);
    }

    /** Whether others have been told of something that nobody has ended. */
    public boolean isOpen() {
        return reached != null || duressAt != null;
    }

    /** When others are told, or more of them; empty if nobody is awaited. */
    public Optional<Instant> next() {
        return Optional.ofNullable(nextAt);
    }
}
