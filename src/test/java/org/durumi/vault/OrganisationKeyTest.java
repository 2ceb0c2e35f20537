package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.junit.jupiter.api.Test;

class OrganisationKeyTest {
    private static final SealedIn SOURCE = new SealedIn("norm_price", "sealed");
    private static final UUID ROW = UUID.randomUUID();
    private static final byte[] SAID = "told by a broker in Yanji".getBytes(StandardCharsets.UTF_8);

    private final VersionedKey drawn = VersionedKey.draw(1);
    private final OrganisationKey key = new OrganisationKey(drawn, () -> drawn);

    @Test
    void what_was_sealed_opens_again() {
        assertArrayEquals(SAID, key.open(SOURCE, ROW, key.seal(SOURCE, ROW, SAID)));
    }

    @Test
    void a_value_of_the_organisation_is_no_value_of_a_case() {
        CaseKey ofCase = new CaseKey(CaseId.create(), drawn);
        assertThrows(WillNotOpen.class, () -> ofCase.open(SOURCE, ROW, key.seal(SOURCE, ROW, SAID)));
        assertThrows(WillNotOpen.class, () -> key.open(SOURCE, ROW, ofCase.seal(SOURCE, ROW, SAID)));
    }

    @Test
    void a_node_that_knows_an_older_version_seals_with_the_newest_and_opens_both() {
        VersionedKey both = VersionedKey.together(List.of(drawn, VersionedKey.draw(2)));
        Sealed older = key.seal(SOURCE, ROW, SAID);
        OrganisationKey known = new OrganisationKey(drawn, () -> both);

        Sealed newer = known.seal(SOURCE, ROW, SAID);

        assertEquals(2, newer.keyVersion());
        assertArrayEquals(SAID, new OrganisationKey(drawn, () -> both).open(SOURCE, ROW, newer));
        assertArrayEquals(SAID, known.open(SOURCE, ROW, older));
    }
}
