package org.durumi.cases;

import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.vault.CaseKey;

/** The key of a case, for those groups of fields alone that the entries of the access name. */
public final class NamedKey {
    private final CaseKey key;
    private final Set<AccessGroup> named;

    NamedKey(CaseKey key, Set<AccessGroup> named) {
        this.key = key;
        this.named = Set.copyOf(named);
    }

    boolean names(AccessGroup group) {
        return named.contains(group);
    }

    /** The key, to tell what the application wrote from what somebody else did; what it opens so is not read. */
    CaseKey toVerify() {
        return key;
    }

    int changedOutside() {
        return key.changedOutside();
    }

    /**
     * The key, to open or seal what belongs to a group.
     *
     * @throws IllegalStateException if no entry of this request names the group: whoever asks forgot to name it
     */
    public CaseKey of(AccessGroup group) {
        if (!names(group)) {
            throw new IllegalStateException("no entry of this request names " + group);
        }
        return key;
    }
}
