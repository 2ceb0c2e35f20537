package org.durumi.vault;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Signed;

/**
 * A row of a case: whose it is, who recorded it and when, and what it says in words. In clear stands what rules and lists
 * reckon with; everything else is one record, sealed, and readable after the row was opened.
 *
 * <p>It lies below the cases, because not only what is above them records in a case.
 *
 * @param <W> what it says in words
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

    /** A stored row, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected CaseRow(SealedColumn<W> column) {
        this.column = column;
    }

    /** A new row: seals what somebody says, and notes who they are. */
    protected CaseRow(SealedColumn<W> column, CaseId caseId, W said, Recording recording) {
        this.column = column;
        this.id = EntryId.create();
        this.caseId = caseId;
        this.sealed = column.seal(said, id.value(), recording.key());
        this.recorded = recording.signed();
    }

    /** Somebody says something else, or the same again. */
    protected final void say(W said, Recording recording) {
        sealed = column.seal(said, id.value(), recording.key());
        recorded = recording.signed();
    }

    /** From now on it says its words. */
    public void open(CaseKey key) {
        sealed = column.open(sealed, id.value(), key);
    }

    /** @throws IllegalStateException if it was not opened */
    protected final W words() {
        return column.read(sealed);
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

    /** Counts its changes: whoever changes it says which version they had before them. */
    public final int version() {
        return version;
    }
}
