package org.durumi.circumstances;

import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.cases.Confirmation;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.SealedColumn;

/**
 * What every recorded circumstance has, of whichever kind. Each correction of it is a row of its own, and one of them stands.
 *
 * @param <N> what is known of it, as somebody records or corrects it
 * @param <W> what it says
 * @param <S> what became of it
 */
@MappedSuperclass
public abstract class Circumstance<N extends Record, W extends Record, S extends Record & CorrectableRow.Became>
        extends CorrectableRow<W, S> {
    private EntryId original;

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected Circumstance(SealedColumn<W> column, SealedColumn<S> stateColumn) {
        super(column, stateColumn);
    }

    /** @param wrong what it corrects; empty if it is new */
    Circumstance(
            SealedColumn<W> column,
            SealedColumn<S> stateColumn,
            CaseId caseId,
            Optional<? extends Circumstance<N, W, S>> wrong) {
        super(column, stateColumn, caseId, Confirmation.NOT_NEEDED, wrong.map(Circumstance::id));
        original = wrong.map(Circumstance::original).orElseGet(this::id);
    }

    /** What else stands in clear of this kind, in a fixed order; optional where it may be missing. */
    protected abstract List<Object> ownColumns();

    @Override
    protected final List<Object> columns() {
        return Stream.concat(Stream.of(original), ownColumns().stream()).toList();
    }

    /** @throws ChangedMeanwhile if it was corrected since, or the version is not the one that was seen */
    void requireStanding(int seen) {
        ChangedMeanwhile.unless(stands());
        requireUnchanged(seen);
    }

    /** The same once more, by whom and when it was recorded, in place of a correction that a supervisor sent back. */
    abstract Circumstance<N, W, S> againInPlaceOf(Circumstance<?, ?, ?> sentBack, CaseKey key);

    /** The row with which it began: what names it whatever is corrected. */
    public final EntryId original() {
        return original;
    }

    /** Whether no supervisor has to confirm it any more. */
    final boolean isSettled() {
        return confirmation() == Confirmation.NOT_NEEDED || confirmation() == Confirmation.CONFIRMED;
    }

    /** @throws IllegalStateException if its texts were not opened */
    public abstract N known();
}
