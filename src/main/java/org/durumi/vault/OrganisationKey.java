package org.durumi.vault;

import java.util.function.Supplier;

/** The organisation's key. It seals and opens the texts of rows that belong to no case, such as norm prices. */
public final class OrganisationKey extends SealingKey {
    /**
     * @param known as this node knows it
     * @param stored as it is stored now
     */
    OrganisationKey(VersionedKey known, Supplier<VersionedKey> stored) {
        super("organisation", known, stored);
    }

    /** With the stored one: a version that this node does not know yet may be the only one that stays. */
    @Override
    VersionedKey sealing() {
        return asStored();
    }
}
