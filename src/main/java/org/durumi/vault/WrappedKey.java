package org.durumi.vault;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "case_id"))
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
        return String.join("|", "case_key", caseId.toString(), "" + version, "" + kekVersion);
    }
}
