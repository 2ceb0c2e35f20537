package org.durumi.circumstances;

import jakarta.persistence.MappedSuperclass;
import java.util.Optional;
import org.durumi.cases.Confirmation;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.KnownRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;

/**
 * What every recorded circumstance has, of whichever kind.
 *
 * @param <N> what is known of it, as somebody records or corrects it
 * @param <W> what it says
 * @param <S> what became of it
 */
@MappedSuperclass
public abstract class Circumstance<N extends Record, W extends Record, S extends Record & CorrectableRow.Became>
        extends KnownRow<N, W, S> {
    /** A stored row, which Hibernate fills. */
    protected Circumstance(SealedColumn<W> column, SealedColumn<S> stateColumn) {
        super(column, stateColumn);
    }

    /** @param wrong what it corrects; empty if it is new */
    Circumstance(
            SealedColumn<W> column,
            SealedColumn<S> stateColumn,
            CaseId caseId,
            Optional<? extends Circumstance<N, W, S>> wrong) {
        super(column, stateColumn, caseId, wrong);
    }

    /** The same once more, by whom and when it was recorded, in place of a correction that a supervisor sent back. */
    abstract Circumstance<N, W, S> againInPlaceOf(Circumstance<?, ?, ?> sentBack, CaseKey key);

    /** Whether it goes with those who go into another case. */
    boolean goes(RowCopy copy) {
        return copy.takesSome(whom());
    }

    /** Whether two supervisors have to agree to it. */
    public boolean needsTwo() {
        return false;
    }

    /** The first of two supervisors who agreed; empty if none has, or one is enough. */
    public Optional<Signed> first() {
        return Optional.empty();
    }

    /** A supervisor agrees; where two have to, the second one confirms it. */
    void agree(Recording recording) {
        confirm(recording);
    }

    /** Whether no supervisor has to confirm it any more. */
    final boolean isSettled() {
        return confirmation() == Confirmation.NOT_NEEDED || confirmation() == Confirmation.CONFIRMED;
    }
}
