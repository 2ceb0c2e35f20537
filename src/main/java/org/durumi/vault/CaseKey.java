package org.durumi.vault;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.durumi.kernel.CaseId;

/** The key of one case. It seals and opens the texts of the case's rows; it is handed out against the receipt of an access. */
public final class CaseKey extends SealingKey {
    private final CaseId caseId;
    private final Consumer<ChangedOutside> watch;
    private final Set<UUID> changed = new LinkedHashSet<>();

    /** A key for whoever opens everything or nothing, as a rotation does. */
    CaseKey(CaseId caseId, VersionedKey key) {
        this(caseId, key, () -> key, found -> {});
    }

    /** @param watch is told of each row that somebody else changed, once */
    CaseKey(CaseId caseId, VersionedKey key, Supplier<VersionedKey> stored, Consumer<ChangedOutside> watch) {
        super(caseId.toString(), key, stored);
        this.caseId = caseId;
        this.watch = watch;
    }

    /** Those of the rows that say what the application wrote, opened. The others are left out, and told of. */
    public <R extends CaseRow<?>> List<R> opened(List<R> rows) {
        return rows.stream().filter(this::opens).toList();
    }

    /** The row, opened; empty if there is none, or somebody else changed it, which is told. */
    public <R extends CaseRow<?>> Optional<R> opened(Optional<R> row) {
        return row.filter(this::opens);
    }

    private boolean opens(CaseRow<?> row) {
        return opens(row.id().value(), () -> row.open(this));
    }

    /**
     * Whether a row says what the application wrote; if not, that is told.
     *
     * @param opening opens it
     */
    public boolean opens(UUID row, Runnable opening) {
        try {
            opening.run();
            return true;
        } catch (WillNotOpen other) {
            changedOutside(row);
            return false;
        }
    }

    /** Tells that somebody else changed a row, once for each. */
    public void changedOutside(UUID row) {
        if (changed.add(row)) {
            watch.accept(new ChangedOutside(caseId, row, this));
        }
    }

    /** How many rows were met with this key that somebody else had changed. */
    public int changedOutside() {
        return changed.size();
    }
}
