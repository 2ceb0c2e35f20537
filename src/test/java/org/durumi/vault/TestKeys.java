package org.durumi.vault;

import java.util.Map;
import java.util.TreeMap;
import org.durumi.kernel.CaseId;

/** Keys for tests that seal and open without a database: always the same ones. */
public final class TestKeys {
    private static final Map<Integer, RawKey> VERSIONS = Map.of(1, new RawKey(new byte[RawKey.LENGTH]));

    private TestKeys() {}

    public static CaseKey of(CaseId caseId) {
        return new CaseKey(caseId, new TreeMap<>(VERSIONS));
    }

    public static OrganisationKey ofOrganisation() {
        return new OrganisationKey(new TreeMap<>(VERSIONS));
    }
}
