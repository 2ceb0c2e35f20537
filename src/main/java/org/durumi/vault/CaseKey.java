package org.durumi.vault;

import java.util.function.Supplier;
import org.durumi.kernel.CaseId;

/** The key of one case. It seals and opens the texts of the case's rows; it is handed out against the receipt of an access. */
public final class CaseKey extends SealingKey {
    CaseKey(CaseId caseId, VersionedKey key) {
        this(caseId, key, () -> key);
    }

    CaseKey(CaseId caseId, VersionedKey key, Supplier<VersionedKey> stored) {
        super(caseId.toString(), key, stored);
    }
}
