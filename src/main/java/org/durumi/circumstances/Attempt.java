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

    private Attempt(CaseFile file, ParticipantId who, int number, NewAttempt told, Recording recording) {
        super(WORDS, file.id(), words(told), recording);
        this.participantId = who;
        this.number = number;
        take(told);
    }

    /** @param number counts the attempts of this participant, from 1 */
    static Attempt record(CaseFile file, ParticipantId who, int number, NewAttempt told, Recording recording) {
        return new Attempt(file, who, number, told, recording);
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewAttempt told, int seen, Recording recording) {
        requireUnchanged(seen);
        take(told);
        say(words(told), recording);
    }

    private void take(NewAttempt told) {
        happened = DateSpan.of(told.happened());
        outcome = told.outcome();
    }

    private static Words words(NewAttempt told) {
        return new Words(told.happened().words(), told.consequences());
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
