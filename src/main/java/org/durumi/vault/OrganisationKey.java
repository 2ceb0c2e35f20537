package org.durumi.vault;

import java.util.SortedMap;

/** The organisation's key. It seals and opens the texts of rows that belong to no case, such as norm prices. */
public final class OrganisationKey extends SealingKey {
    OrganisationKey(SortedMap<Integer, RawKey> versions) {
        super("organisation", versions, () -> versions);
    }
}
