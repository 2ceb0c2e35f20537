package org.durumi.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One version of the organisation's key, as the database holds it: wrapped by the key-encryption key. */
@Entity
@Immutable
@Table(name = "organisation_key")
class WrappedOrganisationKey {
    @Id
    private int version;

    private int kekVersion;
    private byte[] wrapped;

    protected WrappedOrganisationKey() {} // Hibernate

    static byte[] wrap(RawKey key, int version, RawKey kek, int kekVersion) {
        return key.wrappedBy(kek, place(version, kekVersion));
    }

    /** @throws WillNotOpen if another key wrapped it */
    RawKey unwrap(RawKey kek) {
        return RawKey.unwrap(wrapped, kek, place(version, kekVersion));
    }

    int version() {
        return version;
    }

    private static String place(int version, int kekVersion) {
        return String.join("|", "organisation_key", "" + version, "" + kekVersion);
    }
}
