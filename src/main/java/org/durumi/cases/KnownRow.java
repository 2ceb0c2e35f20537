package org.durumi.cases;

import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;

/**
 * What is known of something in a case, as somebody records or corrects it. Each correction is a row of its own, and one of
 * them stands.
 *
 * @param <N> what is known of it, as a form asks for it
 * @param <W> what it says
 * @param <S> what became of it
 */
@MappedSuperclass
public abstract class KnownRow<N extends Record, W extends Record, S extends Record & CorrectableRow.Became>
        extends CorrectableRow<W, S> {
    private EntryId original;

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected KnownRow(SealedColumn<W> column, SealedColumn<S> stateColumn) {
        super(column, stateColumn);
    }

    /** @param wrong what it corrects; empty if it is new */
    @SuppressWarnings("this-escape") // nobody overrides the identifier
    protected KnownRow(
            SealedColumn<W> column,
            SealedColumn<S> stateColumn,
            CaseId caseId,
            Optional<? extends KnownRow<N, W, S>> wrong) {
        super(column, stateColumn, caseId, Confirmation.NOT_NEEDED, wrong.map(KnownRow::id));
        original = wrong.map(KnownRow::original).orElse(id());
    }

    /** What else stands in clear of this kind, in a fixed order; optional where it may be missing. */
    protected abstract List<Object> ownColumns();

    @Override
    protected final List<Object> columns() {
        return Stream.concat(Stream.of(original), ownColumns().stream()).toList();
    }

    @Override
    protected final EntryId lasting() {
        return original;
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        super.columnsInCopy(copy);
        original = id();
    }

    /** @throws ChangedMeanwhile if it was corrected since, or the version is not the one that was seen */
    public final void requireStanding(int seen) {
        ChangedMeanwhile.unless(stands());
        requireUnchanged(seen);
    }

    /** The row with which it began: what names it whatever is corrected. */
    public final EntryId original() {
        return original;
    }

    /** @throws IllegalStateException if its texts were not opened */
    public abstract N known();
}
