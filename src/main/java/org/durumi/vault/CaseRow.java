package org.durumi.vault;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;

/**
 * A row of a case: whose it is, who recorded it and when, and what it says. In clear stands only what lists need; everything
 * else is one record, sealed together with what stands in clear, and readable after the row was opened.
 *
 * <p>It lies below the cases, because not only what is above them records in a case.
 *
 * @param <W> what it says
 */
@MappedSuperclass
public abstract class CaseRow<W extends Record> {
    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private Signed recorded;
    private Sealed sealed;

    @Version
    private int version;

    @Transient
    private final SealedColumn<W> column;

    @Transient
    private boolean changedOutside;

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected CaseRow(SealedColumn<W> column) {
        this.column = column;
    }

    /** A new row, which {@link #say says} what somebody records as soon as its columns in clear are filled. */
    @SuppressWarnings("NullAway.Init")
    protected CaseRow(SealedColumn<W> column, CaseId caseId) {
        this.column = column;
        this.id = EntryId.create();
        this.caseId = caseId;
    }

    /** Somebody says it, or says something else: seals it beside what stands in clear, and notes who they are. */
    protected final void say(W said, Recording recording) {
        recorded = recording.signed();
        sealed = column.seal(said, id.value(), recording.key(), bound());
    }

    /**
     * From now on it says its words.
     *
     * @throws WillNotOpen if somebody else changed it
     */
    public void open(CaseKey key) {
        sealed = column.open(sealed, id.value(), key, bound());
    }

    /**
     * Becomes what it is in another case, recorded by whom and when it was in this one: another row, which is not stored yet.
     *
     * @throws IllegalStateException if it was not opened
     */
    public void copyInto(RowCopy copy) {
        W said = inCopy(words(), copy);
        id = copy.id(lasting());
        caseId = copy.into();
        columnsInCopy(copy);
        sealed = column.seal(said, id.value(), copy.key(), bound());
    }

    /** What names it whatever is corrected. */
    protected EntryId lasting() {
        return id;
    }

    /** What it says in another case: of several people, what concerns those who go. */
    protected W inCopy(W said, RowCopy copy) {
        return said;
    }

    /**
     * Its columns in clear name what they name in another case, too.
     *
     * @throws IllegalStateException if rows of its kind never go into another case
     */
    protected void columnsInCopy(RowCopy copy) {
        throw new IllegalStateException("it stays in its case");
    }

    /** Somebody else changed it: from now on it says this instead of what was recorded. */
    protected final void readAs(W instead) {
        sealed = column.readAs(sealed, instead);
        changedOutside = true;
    }

    private Object[] bound() {
        return Stream.concat(Stream.of(recorded.by(), recorded.at()), inClear().stream())
                .toArray();
    }

    /** What stands in clear and changes only with what it says, in a fixed order; optional where it may be missing. */
    protected abstract List<Object> inClear();

    /** @throws IllegalStateException if it was not opened */
    protected final W words() {
        return column.read(sealed);
    }

    /**
     * The same of a row that is not opened yet, for whoever opens it only if it says the right thing.
     *
     * @throws WillNotOpen if somebody else changed it
     */
    protected final W words(CaseKey key) {
        return column.read(column.open(sealed, id.value(), key, bound()));
    }

    /** @throws ChangedMeanwhile if the version is not the one that was seen */
    protected final void requireUnchanged(int seen) {
        ChangedMeanwhile.unless(seen == version);
    }

    public final EntryId id() {
        return id;
    }

    public final CaseId caseId() {
        return caseId;
    }

    /** Who recorded it, or changed it last, and when. */
    public final Signed recorded() {
        return recorded;
    }

    /** Whether somebody else than the application changed it, as far as it was opened. */
    public final boolean isChangedOutside() {
        return changedOutside;
    }

    /** Counts its changes: whoever changes it says which version they had before them. */
    public final int version() {
        return version;
    }
}
