package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.AttemptOutcome;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** One attempt of a participant to leave, and how it ended. */
@Entity
@Table(name = "attempt")
public class Attempt extends CaseRow<NewAttempt> implements Circumstance<NewAttempt> {
    private static final SealedColumn<NewAttempt> SAID = new SealedColumn<>("attempt", "sealed", NewAttempt.class);

    private ParticipantId participantId;
    private int number;

    protected Attempt() {
        super(SAID); // Hibernate
    }

    private Attempt(CaseFile file, ParticipantId who, int number, NewAttempt told, Recording recording) {
        super(SAID, file.id());
        this.participantId = who;
        this.number = number;
        say(told, recording);
    }

    /** @param number counts the attempts of this participant, from 1 */
    static Attempt record(CaseFile file, ParticipantId who, int number, NewAttempt told, Recording recording) {
        return new Attempt(file, who, number, told, recording);
    }

    @Override
    protected List<Object> inClear() {
        return List.of(participantId, number);
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    void change(NewAttempt told, int seen, Recording recording) {
        requireUnchanged(seen);
        say(told, recording);
    }

    @Override
    public NewAttempt known() {
        return words();
    }

    public ParticipantId participant() {
        return participantId;
    }

    /** Counts the attempts of this participant, from 1. */
    public int number() {
        return number;
    }

    public PartialDate happened() {
        return words().happened();
    }

    public AttemptOutcome outcome() {
        return words().outcome();
    }

    public String consequences() {
        return words().consequences();
    }
}
