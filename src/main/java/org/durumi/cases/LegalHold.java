package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/** A case must be kept for a court or an inquiry: until the hold is lifted, nobody can erase it. */
@Entity
@Table(name = "legal_hold")
public class LegalHold extends ChangingRow<NewHold, LegalHold.Lifted> {
    private static final SealedColumn<NewHold> SAID = new SealedColumn<>("legal_hold", "sealed", NewHold.class);
    private static final SealedColumn<Lifted> STATE = new SealedColumn<>("legal_hold", "sealed_state", Lifted.class);

    private @Nullable Signed lifted;

    /** Why it was lifted; empty while it stands. */
    record Lifted(String why) {}

    protected LegalHold() {
        super(SAID, STATE); // Hibernate
    }

    private LegalHold(CaseFile file, NewHold told, Recording recording) {
        super(SAID, STATE, file.id());
        say(told, recording);
        keep(new Lifted(""), recording.key());
    }

    static LegalHold place(CaseFile file, NewHold told, Recording recording) {
        return new LegalHold(file, told, recording);
    }

    /** @throws RuleViolation if it was lifted already */
    void lift(NewHold told, Recording recording) {
        if (lifted != null) {
            throw new RuleViolation("hold.lifted-already");
        }
        lifted = recording.signed();
        keep(new Lifted(told.why().strip()), recording.key());
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        // It names nobody.
    }

    @Override
    protected List<Object> inClear() {
        return List.of();
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(lifted().map(Signed::by), lifted().map(Signed::at));
    }

    /** In the words of the supervisor who placed it. */
    public String why() {
        return words().why();
    }

    /** Who lifted it, and when; empty while it stands. */
    public Optional<Signed> lifted() {
        return Optional.ofNullable(lifted);
    }

    /** Empty while it stands. */
    public String whyLifted() {
        return became().why();
    }
}
