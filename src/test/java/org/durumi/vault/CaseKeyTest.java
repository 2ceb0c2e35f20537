package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.junit.jupiter.api.Test;

class CaseKeyTest {
    private static final SealedIn REASON = new SealedIn("stage_entry", "sealed");
    private static final UUID ROW = UUID.randomUUID();
    private static final byte[] SAID = "쿤밍 昆明, at a check".getBytes(StandardCharsets.UTF_8);

    private final CaseId kunming = CaseId.create();
    private final RawKey first = RawKey.draw();
    private final CaseKey key = key(kunming, Map.of(1, first));

    @Test
    void what_was_sealed_opens_again() {
        assertArrayEquals(SAID, key.open(REASON, ROW, key.seal(REASON, ROW, SAID)));
    }

    @Test
    void the_same_is_never_sealed_alike() {
        assertNotEquals(key.seal(REASON, ROW, SAID), key.seal(REASON, ROW, SAID));
    }

    @Test
    void a_value_copied_into_another_row_column_table_or_case_does_not_open() {
        Sealed sealed = key.seal(REASON, ROW, SAID);
        CaseKey another = key(CaseId.create(), Map.of(1, first));
        assertThrows(WillNotOpen.class, () -> key.open(REASON, UUID.randomUUID(), sealed));
        assertThrows(WillNotOpen.class, () -> key.open(new SealedIn("stage_entry", "sealed_strike"), ROW, sealed));
        assertThrows(WillNotOpen.class, () -> key.open(new SealedIn("leg", "sealed"), ROW, sealed));
        assertThrows(WillNotOpen.class, () -> another.open(REASON, ROW, sealed));
    }

    @Test
    void a_changed_value_does_not_open_whichever_byte_was_changed() {
        byte[] bytes = key.seal(REASON, ROW, SAID).bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThrows(WillNotOpen.class, () -> key.open(REASON, ROW, new Sealed(changed)));
        }
    }

    @Test
    void a_new_version_seals_and_the_old_one_still_opens() {
        Sealed old = key.seal(REASON, ROW, SAID);
        CaseKey both = key(kunming, Map.of(1, first, 2, RawKey.draw()));
        assertArrayEquals(SAID, both.open(REASON, ROW, old));
        assertThrows(WillNotOpen.class, () -> key.open(REASON, ROW, both.seal(REASON, ROW, SAID)));
    }

    @Test
    void a_key_that_was_handed_out_before_there_was_a_new_version_learns_of_it() {
        TreeMap<Integer, RawKey> both = new TreeMap<>(Map.of(1, first, 2, RawKey.draw()));
        Sealed moved = new CaseKey(kunming, both).reseal(REASON, ROW, key.seal(REASON, ROW, SAID));
        CaseKey older = new CaseKey(kunming, new TreeMap<>(Map.of(1, first)), () -> both);
        assertArrayEquals(SAID, older.open(REASON, ROW, moved));
    }

    private static CaseKey key(CaseId caseId, Map<Integer, RawKey> versions) {
        return new CaseKey(caseId, new TreeMap<>(versions));
    }
}
