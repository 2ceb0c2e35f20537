package org.durumi.circumstances;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.AttemptOutcome;

/** One attempt of a participant to leave, and how it ended. */
@Entity
@Table(name = "attempt")
public class Attempt implements Circumstance<NewAttempt> {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EntryId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "case_id"))
    private CaseId caseId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "participant_id"))
    private ParticipantId participantId;

    private int number;

    @Embedded
    @AttributeOverride(name = "earliest", column = @Column(name = "happened_earliest"))
    @AttributeOverride(name = "latest", column = @Column(name = "happened_latest"))
    @AttributeOverride(name = "precision", column = @Column(name = "happened_precision"))
    @AttributeOverride(name = "qualifier", column = @Column(name = "happened_qualifier"))
    @AttributeOverride(name = "words", column = @Column(name = "happened_words"))
    private PartialDate happened;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    private String consequences;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recorded_by"))
    private UserId recordedBy;

    private Instant recordedAt;

    @Version
    private int version;

    protected Attempt() {} // Hibernate

    /** @param number counts the attempts of this participant, from 1 */
    static Attempt record(
            CaseFile file, ParticipantId who, int number, NewAttempt known, UserId recorder, Instant now) {
        Attempt attempt = new Attempt();
        attempt.id = EntryId.create();
        attempt.caseId = file.id();
        attempt.participantId = who;
        attempt.number = number;
        attempt.take(known, recorder, now);
        return attempt;
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewAttempt known, int seen, UserId recorder, Instant now) {
        if (seen != version) {
            throw new ChangedMeanwhile();
        }
        take(known, recorder, now);
    }

    private void take(NewAttempt known, UserId recorder, Instant now) {
        happened = known.happened();
        outcome = known.outcome();
        consequences = known.consequences();
        recordedBy = recorder;
        recordedAt = now;
    }

    @Override
    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** Counts the attempts of this participant, from 1. */
    public int number() {
        return number;
    }

    public PartialDate happened() {
        return happened;
    }

    public AttemptOutcome outcome() {
        return outcome;
    }

    public String consequences() {
        return consequences;
    }

    @Override
    public NewAttempt known() {
        return new NewAttempt(happened, outcome, consequences);
    }

    /** Who recorded it, or changed it last. */
    public UserId recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public int version() {
        return version;
    }
}
