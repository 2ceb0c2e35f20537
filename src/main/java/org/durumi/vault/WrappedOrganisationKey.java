package org.durumi.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of the organisation's key, as the database holds it: wrapped by the key-encryption key. It is made with an
 * installation, so it also tells whether a key-encryption key is the right one, and which version wraps new keys.
 */
record WrappedOrganisationKey(int version, int kekVersion, byte[] wrapped) {

    static WrappedOrganisationKey of(RawKey key, int version, RawKey kek, int kekVersion) {
        return new WrappedOrganisationKey(version, kekVersion, key.wrappedBy(kek, place(version, kekVersion)));
    }

    /** @throws WillNotOpen if another key wrapped it */
    RawKey unwrap(RawKey kek) {
        return RawKey.unwrap(wrapped, kek, place(version, kekVersion));
    }

    /** All versions, oldest first. */
    static List<WrappedOrganisationKey> all(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                        "select version, kek_version, wrapped from organisation_key order by version");
                ResultSet rows = select.executeQuery()) {
            List<WrappedOrganisationKey> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new WrappedOrganisationKey(rows.getInt(1), rows.getInt(2), rows.getBytes(3)));
            }
            return all;
        }
    }

    /** Stores it unless somebody was faster, or there are cases: their organisation had a key, which must come back. */
    void add(Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                insert into organisation_key (version, kek_version, wrapped, created_at)
                select ?, ?, ?, now() where not holds_cases() on conflict do nothing
                """)) {
            insert.setInt(1, version);
            insert.setInt(2, kekVersion);
            insert.setBytes(3, wrapped);
            insert.executeUpdate();
        }
    }

    private static String place(int version, int kekVersion) {
        return String.join("|", "organisation_key", "" + version, "" + kekVersion);
    }
}
