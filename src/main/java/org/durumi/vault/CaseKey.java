package org.durumi.vault;

import java.util.SortedMap;
import java.util.function.Supplier;
import org.durumi.kernel.CaseId;

/** The key of one case. It seals and opens the texts of the case's rows; it is handed out against the receipt of an access. */
public final class CaseKey extends SealingKey {
    CaseKey(CaseId caseId, SortedMap<Integer, RawKey> versions) {
        this(caseId, versions, () -> versions);
    }

    CaseKey(CaseId caseId, SortedMap<Integer, RawKey> versions, Supplier<SortedMap<Integer, RawKey>> stored) {
        super(caseId.toString(), versions, stored);
    }
}
