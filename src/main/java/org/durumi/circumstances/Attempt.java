package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.AttemptOutcome;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;

/** One attempt of a participant to leave, and how it ended. */
@Entity
@Table(name = "attempt")
public class Attempt extends Circumstance<NewAttempt, NewAttempt, CorrectableRow.Struck> {
    private static final SealedColumn<NewAttempt> SAID = new SealedColumn<>("attempt", "sealed", NewAttempt.class);
    private static final SealedColumn<Struck> BECAME = new SealedColumn<>("attempt", "sealed_state", Struck.class);

    private ParticipantId participantId;
    private int number;

    protected Attempt() {
        super(SAID, BECAME); // Hibernate
    }

    private Attempt(
            CaseId caseId,
            ParticipantId who,
            int number,
            Optional<Attempt> wrong,
            NewAttempt told,
            Recording recording) {
        super(SAID, BECAME, caseId, wrong);
        this.participantId = who;
        this.number = number;
        say(told, recording);
        keep(becoming(""), recording.key());
    }

    /**
     * Records an attempt.
     *
     * @param number counts the attempts of this participant, from 1
     * @param today it does not lie in the future
     * @throws RuleViolation at «happened» if it does
     */
    static Attempt record(
            CaseFile file, ParticipantId who, int number, NewAttempt told, Recording recording, LocalDate today) {
        check(told, today);
        return new Attempt(file.id(), who, number, Optional.empty(), told, recording);
    }

    /** What is known of it now, in its place. */
    Attempt correctedTo(NewAttempt told, Recording recording, LocalDate today) {
        check(told, today);
        return new Attempt(caseId(), participantId, number, Optional.of(this), told, recording);
    }

    private static void check(NewAttempt told, LocalDate today) {
        if (told.happened().isAfter(today)) {
            throw RuleViolation.at("happened", "attempt.happened.future");
        }
    }

    @Override
    Attempt againInPlaceOf(Circumstance<?, ?, ?> sentBack, CaseKey key) {
        return new Attempt(
                caseId(),
                participantId,
                number,
                Optional.of((Attempt) sentBack),
                known(),
                new Recording(recorded(), key));
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        super.columnsInCopy(copy);
        participantId = copy.of(participantId);
    }

    @Override
    protected Struck becoming(String strikeReason) {
        return new Struck(strikeReason);
    }

    @Override
    protected List<Object> ownColumns() {
        return List.of(participantId, number);
    }

    @Override
    public NewAttempt known() {
        return words();
    }

    @Override
    public Set<ParticipantId> whom() {
        return Set.of(participantId);
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
