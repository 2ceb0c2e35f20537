package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.junit.jupiter.api.Test;

class CaseKeyTest {
    private static final SealedIn REASON = new SealedIn("stage_entry", "sealed");
    private static final UUID ROW = UUID.randomUUID();
    private static final byte[] SAID = "쿤밍 昆明, at a check".getBytes(StandardCharsets.UTF_8);

    private final CaseId kunming = CaseId.create();
    private final VersionedKey first = VersionedKey.draw(1);
    private final VersionedKey both = VersionedKey.together(List.of(first, VersionedKey.draw(2)));
    private final CaseKey key = new CaseKey(kunming, first);

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
        CaseKey another = new CaseKey(CaseId.create(), first);
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
        CaseKey newer = new CaseKey(kunming, both);
        assertArrayEquals(SAID, newer.open(REASON, ROW, old));
        assertThrows(WillNotOpen.class, () -> key.open(REASON, ROW, newer.seal(REASON, ROW, SAID)));
    }

    @Test
    void a_key_that_was_handed_out_before_there_was_a_new_version_learns_of_it() {
        Sealed moved = new CaseKey(kunming, both).reseal(REASON, ROW, key.seal(REASON, ROW, SAID));
        CaseKey older = new CaseKey(kunming, first, () -> both, found -> {});
        assertArrayEquals(SAID, older.open(REASON, ROW, moved));
    }

    @Test
    void a_value_begins_with_the_version_that_sealed_it() {
        byte[] bytes = new CaseKey(kunming, both).seal(REASON, ROW, SAID).bytes();
        assertArrayEquals(new byte[] {1, 0, 0, 0, 2}, Arrays.copyOf(bytes, 5), "the rotation looks for it");
    }

    @Test
    void without_any_version_there_is_no_key() {
        assertThrows(WillNotOpen.class, () -> VersionedKey.together(List.of()));
    }

    @Test
    void a_key_has_thirty_two_bytes() {
        for (int length : new int[] {0, 16, 31, 33}) {
            assertThrows(IllegalArgumentException.class, () -> new VersionedKey(1, new byte[length]));
        }
    }
}
