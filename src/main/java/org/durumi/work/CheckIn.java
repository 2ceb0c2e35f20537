package org.durumi.work;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;

/** Somebody was heard of, or something else became of their check-ins. What, and what was said of it, is sealed. */
@Entity
@Immutable
@Table(name = "check_in")
public class CheckIn extends CaseRow<NewCheckIn> {
    private static final SealedColumn<NewCheckIn> SAID = new SealedColumn<>("check_in", "sealed", NewCheckIn.class);

    private EntryId planId;
    private ParticipantId participantId;

    @SuppressWarnings("NullAway.Init")
    protected CheckIn() {
        super(SAID); // Hibernate
    }

    private CheckIn(CheckInPlan plan, NewCheckIn told, Recording recording) {
        super(SAID, plan.caseId());
        planId = plan.id();
        participantId = plan.participant();
        say(told, recording);
    }

    static CheckIn record(CheckInPlan plan, NewCheckIn told, Recording recording) {
        return new CheckIn(plan, told, recording);
    }

    @Override
    protected List<Object> inClear() {
        return List.of(planId, participantId);
    }

    public ParticipantId participant() {
        return participantId;
    }

    public CheckInKind kind() {
        return words().kind();
    }

    /** May be empty. */
    public String word() {
        return words().word();
    }
}
