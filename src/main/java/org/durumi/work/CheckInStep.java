package org.durumi.work;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.hibernate.annotations.Immutable;

/**
 * Others were told that somebody was not heard of, or is under duress. The first step of a check-in is what says that it was missed.
 * The database writes with it whom it told.
 */
@Entity
@Immutable
@Table(name = "check_in_step")
public class CheckInStep {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private EntryId planId;
    private ParticipantId participantId;

    @Enumerated(EnumType.STRING)
    private CheckInCause cause;

    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private CheckInLevel step;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected CheckInStep() {} // Hibernate

    /**
     * Everybody is told at once.
     *
     * @param said when somebody said that they do not speak freely
     */
    static CheckInStep ofDuress(CheckInPlan plan, Instant said, Instant at) {
        return of(plan, CheckInCause.DURESS, said, CheckInLevel.EVERY_SUPERVISOR, at);
    }

    /** Those are told of a check-in who had been told of it in the case from which the plan was copied. */
    static CheckInStep ofMissed(CheckInPlan copy, Instant due, CheckInLevel reached, Instant at) {
        return of(copy, CheckInCause.MISSED, due, reached, at);
    }

    private static CheckInStep of(CheckInPlan plan, CheckInCause cause, Instant due, CheckInLevel step, Instant at) {
        CheckInStep told = new CheckInStep();
        told.id = EntryId.create();
        told.caseId = plan.caseId();
        told.planId = plan.id();
        told.participantId = plan.participant();
        told.cause = cause;
        told.dueAt = due;
        told.step = step;
        told.at = at;
        return told;
    }

    public EntryId id() {
        return id;
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** When somebody was to be heard of. */
    public Instant due() {
        return dueAt;
    }

    /** When others were told. */
    public Instant at() {
        return at;
    }
}
