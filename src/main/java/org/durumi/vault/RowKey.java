package org.durumi.vault;

import java.util.UUID;

/** The key of one row that belongs to no case. It lies wrapped in the row, so that it is gone with it. */
public final class RowKey extends SealingKey {
    private final int kekVersion;
    private final byte[] wrapped;

    private RowKey(UUID row, VersionedKey key, int kekVersion, byte[] wrapped) {
        super(row.toString(), key, () -> key);
        this.kekVersion = kekVersion;
        this.wrapped = wrapped;
    }

    static RowKey draw(String table, UUID row, VersionedKey kek) {
        VersionedKey drawn = VersionedKey.draw(VersionedKey.FIRST);
        return new RowKey(row, drawn, kek.newest(), drawn.wrappedBy(kek, place(table, row, kek.newest())));
    }

    /** @throws WillNotOpen if another key wrapped it, or it was moved here from another row */
    static RowKey unwrap(String table, UUID row, byte[] wrapped, VersionedKey kek) {
        VersionedKey key = VersionedKey.unwrap(VersionedKey.FIRST, wrapped, kek, place(table, row, kek.newest()));
        return new RowKey(row, key, kek.newest(), wrapped.clone());
    }

    /** The same key, wrapped by a newer key-encryption key. */
    static byte[] rewrap(String table, UUID row, byte[] wrapped, VersionedKey older, VersionedKey newer) {
        return VersionedKey.unwrap(VersionedKey.FIRST, wrapped, older, place(table, row, older.newest()))
                .wrappedBy(newer, place(table, row, newer.newest()));
    }

    /** The version of the key-encryption key that wraps it. */
    public int kekVersion() {
        return kekVersion;
    }

    /** The key as the row holds it. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    private static byte[] place(String table, UUID row, int kekVersion) {
        return VersionedKey.place(table, "wrapped", row.toString(), "" + kekVersion);
    }
}
