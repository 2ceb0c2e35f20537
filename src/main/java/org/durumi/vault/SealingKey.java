package org.durumi.vault;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Seals what a row says and opens it again; only {@link Vault} hands one out.
 *
 * <p>While rows are moved to a new version, it knows the old versions too; it seals with the newest.
 */
public abstract sealed class SealingKey permits CaseKey, OrganisationKey, RowKey {
    private final String owner;
    private final Supplier<VersionedKey> stored;
    private VersionedKey key;

    /** @param stored the key as it is stored now, which may have more versions than a moment ago */
    SealingKey(String owner, VersionedKey key, Supplier<VersionedKey> stored) {
        this.owner = owner;
        this.key = key;
        this.stored = stored;
    }

    /** The version with which it seals. */
    final int newest() {
        return sealing().newest();
    }

    /** The key with which it seals. */
    VersionedKey sealing() {
        return key;
    }

    /** The key as it is stored now, which it keeps. */
    final VersionedKey asStored() {
        key = stored.get();
        return key;
    }

    /** Seals with the newest version what was sealed with an older one. */
    final Sealed reseal(SealedIn where, UUID row, Sealed older) {
        return seal(where, row, open(where, row, older));
    }

    /** Seals what a row says in a column. */
    final Sealed seal(SealedIn where, UUID row, byte[] said) {
        VersionedKey with = sealing();
        return new Sealed(with.seal(said, place(where, row, with.newest())));
    }

    /**
     * Opens what a row says in a column.
     *
     * @throws WillNotOpen if the value was changed, or was sealed for another place, row, owner or key
     */
    final byte[] open(SealedIn where, UUID row, Sealed sealed) {
        int version = sealed.keyVersion();
        if (!key.has(version)) {
            asStored();
        }
        return key.open(sealed.bytes(), place(where, row, version));
    }

    private byte[] place(SealedIn where, UUID row, int version) {
        return VersionedKey.place(where.table(), where.column(), row.toString(), owner, "" + version);
    }
}
