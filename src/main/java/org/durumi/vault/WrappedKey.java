package org.durumi.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.durumi.jdbc.Statements;
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

    static WrappedKey of(VersionedKey key, CaseId caseId, VersionedKey kek, Instant now) {
        WrappedKey row = new WrappedKey();
        row.id = UUID.randomUUID();
        row.caseId = caseId;
        row.version = key.newest();
        row.kekVersion = kek.newest();
        row.wrapped = key.wrappedBy(kek, row.place());
        row.createdAt = now;
        return row;
    }

    /** The keys of these cases, as another role than the application's sees them. */
    static List<WrappedKey> read(Statements statements, Collection<CaseId> cases) {
        return statements.list(
                WrappedKey::row,
                "select case_id, version, kek_version, wrapped from case_key where case_id = any (?)",
                (Object) cases.stream().map(CaseId::value).toArray(UUID[]::new));
    }

    /** Some keys that an older key-encryption key wraps; nobody else may change them until the transaction ends. */
    static List<WrappedKey> wrappedBefore(Statements statements, int kekVersion, int most) {
        return statements.list(WrappedKey::row, """
                select case_id, version, kek_version, wrapped from case_key
                where kek_version < ? order by case_id, version limit ? for update
                """, kekVersion, most);
    }

    private static WrappedKey row(ResultSet stored) throws SQLException {
        WrappedKey row = new WrappedKey();
        row.caseId = new CaseId(stored.getObject("case_id", UUID.class));
        row.version = stored.getInt("version");
        row.kekVersion = stored.getInt("kek_version");
        row.wrapped = stored.getBytes("wrapped");
        return row;
    }

    /** @throws WillNotOpen if another key wrapped it, or it was moved here from another case */
    VersionedKey unwrap(VersionedKey kek) {
        return VersionedKey.unwrap(version, wrapped, kek, place());
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

    private byte[] place() {
        return place(caseId, version, kekVersion);
    }

    /** What is sealed together with a key, so that it unwraps nowhere else. */
    static byte[] place(CaseId caseId, int version, int kekVersion) {
        return VersionedKey.place("case_key", caseId.toString(), "" + version, "" + kekVersion);
    }
}
