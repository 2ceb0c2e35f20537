package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.DateSpan;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.AttemptOutcome;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** One attempt of a participant to leave, and how it ended. */
@Entity
@Table(name = "attempt")
public class Attempt extends CaseRow<Attempt.Words> implements Circumstance<NewAttempt> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("attempt", "sealed", Words.class);

    private ParticipantId participantId;
    private int number;
    private DateSpan happened;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    record Words(String happened, String consequences) {}

    protected Attempt() {
        super(WORDS); // Hibernate
    }

    private Attempt(CaseFile file, ParticipantId who, int number) {
        super(WORDS, file.id());
        this.participantId = who;
        this.number = number;
    }

    /** @param number counts the attempts of this participant, from 1 */
    static Attempt record(CaseFile file, ParticipantId who, int number, NewAttempt told, Recording recording) {
        Attempt attempt = new Attempt(file, who, number);
        attempt.take(told, recording);
        return attempt;
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewAttempt told, int seen, Recording recording) {
        requireUnchanged(seen);
        take(told, recording);
    }

    private void take(NewAttempt told, Recording recording) {
        happened = DateSpan.of(told.happened());
        outcome = told.outcome();
        say(new Words(told.happened().words(), told.consequences()), recording);
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
        return happened.inTheWords(words().happened());
    }

    public AttemptOutcome outcome() {
        return outcome;
    }

    public String consequences() {
        return words().consequences();
    }
}
