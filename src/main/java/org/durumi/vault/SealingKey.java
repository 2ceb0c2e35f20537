package org.durumi.vault;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Seals what a row says and opens it again; only {@link Vault} hands one out.
 *
 * <p>While rows are moved to a new version, it knows the old versions too; it seals with the newest.
 */
public abstract sealed class SealingKey permits CaseKey, OrganisationKey {
    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + Integer.BYTES;

    private final String owner;
    private final Supplier<SortedMap<Integer, RawKey>> stored;
    private SortedMap<Integer, RawKey> versions;

    /** @param stored the versions as they are stored now, which may be more than a moment ago */
    SealingKey(String owner, SortedMap<Integer, RawKey> versions, Supplier<SortedMap<Integer, RawKey>> stored) {
        if (versions.isEmpty()) {
            throw new WillNotOpen("no key");
        }
        this.owner = owner;
        this.versions = new TreeMap<>(versions);
        this.stored = stored;
    }

    /** Seals with the newest version what was sealed with an older one. */
    final Sealed reseal(SealedIn where, UUID row, Sealed older) {
        return seal(where, row, open(where, row, older));
    }

    /** Seals what a row says in a column. */
    final Sealed seal(SealedIn where, UUID row, byte[] said) {
        int version = versions.lastKey();
        byte[] ciphertext = versions.get(version).seal(said, place(where, row, version));
        return new Sealed(ByteBuffer.allocate(HEADER + ciphertext.length)
                .put(FORMAT)
                .putInt(version)
                .put(ciphertext)
                .array());
    }

    /**
     * Opens what a row says in a column.
     *
     * @throws WillNotOpen if the value was changed, or was sealed for another place, row, owner or key
     */
    final byte[] open(SealedIn where, UUID row, Sealed sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        if (bytes.remaining() <= HEADER || bytes.get() != FORMAT) {
            throw new WillNotOpen("not sealed");
        }
        int version = bytes.getInt();
        if (!versions.containsKey(version)) {
            versions = new TreeMap<>(stored.get());
        }
        RawKey key = versions.get(version);
        if (key == null) {
            throw new WillNotOpen("no such version of the key");
        }
        byte[] ciphertext = new byte[bytes.remaining()];
        bytes.get(ciphertext);
        return key.open(ciphertext, place(where, row, version));
    }

    private String place(SealedIn where, UUID row, int version) {
        return String.join("|", where.table(), where.column(), row.toString(), owner, "" + version);
    }
}
