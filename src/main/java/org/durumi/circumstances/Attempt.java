package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.DateSpan;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.route.AttemptOutcome;
import org.durumi.vault.CaseKey;
import org.durumi.vault.SealedIn;

/** One attempt of a participant to leave, and how it ended. */
@Entity
@Table(name = "attempt")
public class Attempt extends Recorded implements Circumstance<NewAttempt> {
    private static final SealedIn SEALED = new SealedIn("attempt", "sealed");

    private ParticipantId participantId;

    private int number;

    private DateSpan happened;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    protected Attempt() {} // Hibernate

    private Attempt(CaseFile file, ParticipantId who, int number) {
        super(file);
        this.participantId = who;
        this.number = number;
    }

    /** @param number counts the attempts of this participant, from 1 */
    static Attempt record(CaseFile file, ParticipantId who, int number, NewAttempt told, Signed recorder) {
        Attempt attempt = new Attempt(file, who, number);
        attempt.take(told, file.key(), recorder);
        return attempt;
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewAttempt told, int seen, CaseKey key, Signed recorder) {
        requireUnchanged(seen);
        take(told, key, recorder);
    }

    private void take(NewAttempt told, CaseKey key, Signed recorder) {
        happened = DateSpan.of(told.happened());
        outcome = told.outcome();
        seal(List.of(told.happened().words(), told.consequences()), key, recorder);
    }

    @Override
    SealedIn sealedIn() {
        return SEALED;
    }

    @Override
    public NewAttempt known() {
        return new NewAttempt(happened(), outcome, consequences());
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** Counts the attempts of this participant, from 1. */
    public int number() {
        return number;
    }

    public PartialDate happened() {
        return happened.inTheWords(text(0));
    }

    public AttemptOutcome outcome() {
        return outcome;
    }

    public String consequences() {
        return text(1);
    }
}
