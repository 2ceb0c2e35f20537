package org.durumi.vault;

import java.util.List;
import org.durumi.jdbc.Statements;

/**
 * One version of the organisation's key, as the database holds it: wrapped by the key-encryption key. It is made with an
 * installation, so it also tells whether a key-encryption key is the right one, and which version wraps new keys.
 */
record WrappedOrganisationKey(int version, int kekVersion, byte[] wrapped) {

    static WrappedOrganisationKey of(VersionedKey key, VersionedKey kek) {
        return new WrappedOrganisationKey(
                key.newest(), kek.newest(), key.wrappedBy(kek, place(key.newest(), kek.newest())));
    }

    /** @throws WillNotOpen if another key wrapped it */
    VersionedKey unwrap(VersionedKey kek) {
        return VersionedKey.unwrap(version, wrapped, kek, place(version, kekVersion));
    }

    /** All versions, oldest first. */
    static List<WrappedOrganisationKey> all(Statements statements) {
        return statements.list(
                row -> new WrappedOrganisationKey(row.getInt(1), row.getInt(2), row.getBytes(3)),
                "select version, kek_version, wrapped from organisation_key order by version");
    }

    /** Stores it unless somebody was faster, or there are cases: their organisation had a key, which must come back. */
    void add(Statements statements) {
        statements.run("""
                insert into organisation_key (version, kek_version, wrapped, created_at)
                select ?, ?, ?, now() where not holds_cases() on conflict do nothing
                """, version, kekVersion, wrapped);
    }

    private static byte[] place(int version, int kekVersion) {
        return VersionedKey.place("organisation_key", "" + version, "" + kekVersion);
    }
}
