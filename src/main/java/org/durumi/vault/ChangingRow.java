package org.durumi.vault;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.List;
import org.durumi.kernel.CaseId;

/**
 * A row of a case of which something becomes: it is decided, struck, used up. What was recorded stays as it was sealed; what
 * became of it is sealed beside it, and again with each change.
 *
 * <p>Somebody who puts a whole older row back, as the application once wrote it, is not found by this.
 *
 * @param <W> what it says
 * @param <S> what was said when something became of it
 */
@MappedSuperclass
public abstract class ChangingRow<W extends Record, S extends Record> extends CaseRow<W> {
    private Sealed sealedState;

    @Transient
    private final SealedColumn<S> stateColumn;

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected ChangingRow(SealedColumn<W> column, SealedColumn<S> stateColumn) {
        super(column);
        this.stateColumn = stateColumn;
    }

    /** A new row, which says what somebody records, and {@link #keep keeps} its first state. */
    @SuppressWarnings("NullAway.Init")
    protected ChangingRow(SealedColumn<W> column, SealedColumn<S> stateColumn, CaseId caseId) {
        super(column, caseId);
        this.stateColumn = stateColumn;
    }

    /** Seals what became of it, after the columns of its state were changed. */
    protected final void keep(S said, CaseKey key) {
        sealedState = stateColumn.seal(said, id().value(), key, stateInClear().toArray());
    }

    @Override
    public void open(CaseKey key) {
        super.open(key);
        sealedState =
                stateColumn.open(sealedState, id().value(), key, stateInClear().toArray());
    }

    @Override
    public void copyInto(RowCopy copy) {
        S became = stateInCopy(became(), copy);
        super.copyInto(copy);
        keep(became, copy.key());
    }

    /** What became of it, as another case says it. */
    protected S stateInCopy(S became, RowCopy copy) {
        return became;
    }

    /** Somebody else changed it: from now on it says this instead of what was recorded, and what became of it. */
    protected final void readAs(W instead, S state) {
        readAs(instead);
        sealedState = stateColumn.readAs(sealedState, state);
    }

    /** @throws IllegalStateException if it was not opened */
    protected final S became() {
        return stateColumn.read(sealedState);
    }

    /** What stands in clear of what became of it, in a fixed order; optional where it may be missing. */
    protected abstract List<Object> stateInClear();
}
