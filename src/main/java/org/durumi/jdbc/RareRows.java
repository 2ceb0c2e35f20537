package org.durumi.jdbc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The kinds of rows of which most cases have none: that there are none, one statement says of all these kinds, where otherwise each would
 * be asked for in vain. Only of a case that this request does nothing but read: whoever changes a case asks for the rows themselves.
 */
@RequestScoped
public class RareRows {
    private final Set<UUID> read = new HashSet<>();
    private final Map<UUID, Set<String>> known = new HashMap<>();
    private boolean changes;

    @Inject
    RareKinds kinds;

    /** This case is opened to be read. */
    public void reads(UUID caseId) {
        read.add(caseId);
    }

    /** From now on this request changes something: what was known may be so no longer. */
    public void changes() {
        changes = true;
    }

    /** @param table one of those of the function {@code rare_rows} */
    public <T> List<T> of(UUID caseId, String table, Supplier<List<T>> rows) {
        return hasNone(caseId, table) ? List.of() : rows.get();
    }

    /**
     * Whether a case is known to have no rows of a kind; else they are to be asked for.
     *
     * @param table one of those of the function {@code rare_rows}
     */
    public boolean hasNone(UUID caseId, String table) {
        return !changes
                && read.contains(caseId)
                && !known.computeIfAbsent(caseId, kinds::of).contains(table);
    }
}
