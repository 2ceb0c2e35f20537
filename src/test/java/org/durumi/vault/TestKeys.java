package org.durumi.vault;

import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.mac.Macs;

/** Keys for tests that seal and open without a database: always the same ones. */
public final class TestKeys {
    private static final VersionedKey KEY = new VersionedKey(1, new byte[VersionedKey.LENGTH]);

    private TestKeys() {}

    public static CaseKey of(CaseId caseId) {
        return new CaseKey(caseId, KEY);
    }

    public static Macs macs() {
        return new OrganisationMacs(KEY);
    }

    /** A new key of a row, wrapped by the same key as always. */
    public static RowKey ofRow(String table, UUID row) {
        return RowKey.draw(table, row, KEY);
    }

    public static OrganisationKey ofOrganisation() {
        return new OrganisationKey(KEY, () -> KEY);
    }
}
