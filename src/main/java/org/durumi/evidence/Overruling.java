package org.durumi.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.EntryId;
import org.durumi.route.Certainty;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;

/**
 * Somebody says how sure an entry of a journey is, whatever its claims say, and why. It is written once; of several the last
 * counts.
 */
@Entity
@Immutable
@Table(name = "overruling")
public class Overruling extends CaseRow<NewOverruling> {
    private static final SealedColumn<NewOverruling> SAID =
            new SealedColumn<>("overruling", "sealed", NewOverruling.class);

    private EntryId entryId;

    @SuppressWarnings("NullAway.Init")
    protected Overruling() {
        super(SAID); // Hibernate
    }

    private Overruling(CaseFile file, EntryId entry, NewOverruling told, Recording recording) {
        super(SAID, file.id());
        entryId = entry;
        say(told, recording);
    }

    static Overruling record(CaseFile file, EntryId entry, NewOverruling told, Recording recording) {
        return new Overruling(file, entry, told, recording);
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        entryId = copy.known(entryId).orElseThrow();
    }

    @Override
    protected List<Object> inClear() {
        return List.of(entryId);
    }

    /** The entry that was looked at. */
    public EntryId entry() {
        return entryId;
    }

    /** Empty if it follows from the claims again. */
    public Optional<Certainty> certainty() {
        return words().certainty();
    }

    public String why() {
        return words().why();
    }
}
