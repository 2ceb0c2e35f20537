package org.durumi.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.hibernate.annotations.Immutable;

/** One version of a case's key, as the database holds it: wrapped by the key-encryption key. */
@Entity
@Immutable
@Table(name = "case_key")
class WrappedKey {
    @Id
    private UUID id;

    private CaseId caseId;

    private int version;
    private int kekVersion;
    private byte[] wrapped;
    private Instant createdAt;

    protected WrappedKey() {} // Hibernate

    static WrappedKey of(RawKey key, CaseId caseId, int version, RawKey kek, int kekVersion, Instant now) {
        WrappedKey row = new WrappedKey();
        row.id = UUID.randomUUID();
        row.caseId = caseId;
        row.version = version;
        row.kekVersion = kekVersion;
        row.wrapped = key.wrappedBy(kek, row.place());
        row.createdAt = now;
        return row;
    }

    /** The keys of these cases, as another role than the application's sees them. */
    static List<WrappedKey> read(Connection connection, Collection<CaseId> cases) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select case_id, version, kek_version, wrapped from case_key where case_id = any (?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", cases.stream().map(CaseId::value).toArray()));
            return read(select);
        }
    }

    /** Some keys that an older key-encryption key wraps; nobody else may change them until the transaction ends. */
    static List<WrappedKey> wrappedBefore(Connection connection, int kekVersion, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select case_id, version, kek_version, wrapped from case_key
                where kek_version < ? order by case_id, version limit ? for update
                """)) {
            select.setInt(1, kekVersion);
            select.setInt(2, most);
            return read(select);
        }
    }

    private static List<WrappedKey> read(PreparedStatement select) throws SQLException {
        List<WrappedKey> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                WrappedKey row = new WrappedKey();
                row.caseId = new CaseId(rows.getObject("case_id", UUID.class));
                row.version = rows.getInt("version");
                row.kekVersion = rows.getInt("kek_version");
                row.wrapped = rows.getBytes("wrapped");
                found.add(row);
            }
        }
        return found;
    }

    /** @throws WillNotOpen if another key wrapped it, or it was moved here from another case */
    RawKey unwrap(RawKey kek) {
        return RawKey.unwrap(wrapped, kek, place());
    }

    CaseId caseId() {
        return caseId;
    }

    int version() {
        return version;
    }

    int kekVersion() {
        return kekVersion;
    }

    private String place() {
        return place(caseId, version, kekVersion);
    }

    /** What is sealed together with a key, so that it unwraps nowhere else. */
    static String place(CaseId caseId, int version, int kekVersion) {
        return String.join("|", "case_key", caseId.toString(), "" + version, "" + kekVersion);
    }
}
