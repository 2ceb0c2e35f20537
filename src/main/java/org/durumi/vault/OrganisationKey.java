package org.durumi.vault;

/** The organisation's key. It seals and opens the texts of rows that belong to no case, such as norm prices. */
public final class OrganisationKey extends SealingKey {
    OrganisationKey(VersionedKey key) {
        super("organisation", key, () -> key);
    }
}
