package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.junit.jupiter.api.Test;

class SealedBytesTest {
    private static final UUID ROW = UUID.randomUUID();
    private static final SealedBytes BYTES = new SealedBytes("a", "sealed", 64);

    private final CaseKey key = TestKeys.of(CaseId.create());

    @Test
    void bytes_of_any_length_are_read_again() {
        Random random = new Random(1);
        for (int length : new int[] {0, 1, 59, 60, 61, 64, 1000}) {
            byte[] said = new byte[length];
            random.nextBytes(said);
            assertArrayEquals(said, BYTES.open(BYTES.seal(said, ROW, key, 7, "x"), ROW, key, 7, "x"));
        }
    }

    @Test
    void lengths_are_filled_up() {
        assertEquals(sealedLength(0), sealedLength(60));
        assertEquals(sealedLength(60) + 64, sealedLength(61));
    }

    private int sealedLength(int length) {
        return BYTES.seal(new byte[length], ROW, key).bytes().length;
    }

    @Test
    void they_open_in_their_row_beside_what_stood_in_clear_and_nowhere_else() {
        Sealed sealed = BYTES.seal(new byte[10], ROW, key, 7, "x");

        assertThrows(WillNotOpen.class, () -> BYTES.open(sealed, UUID.randomUUID(), key, 7, "x"));
        assertThrows(WillNotOpen.class, () -> BYTES.open(sealed, ROW, key, 8, "x"));
        assertThrows(WillNotOpen.class, () -> BYTES.open(sealed, ROW, key, 7));
        assertThrows(WillNotOpen.class, () -> BYTES.open(sealed, ROW, TestKeys.of(CaseId.create()), 7, "x"));
        assertThrows(WillNotOpen.class, () -> new SealedBytes("a", "sealed_too", 64).open(sealed, ROW, key, 7, "x"));
        byte[] changed = sealed.bytes();
        changed[changed.length - 1] ^= 1;
        assertThrows(WillNotOpen.class, () -> BYTES.open(new Sealed(changed), ROW, key, 7, "x"));
    }

    /** A column of records under the same name is no column of bytes. */
    @Test
    void what_is_no_sealed_bytes_does_not_open() {
        record Said(String text) {}
        Sealed other = new SealedColumn<>("a", "sealed", Said.class).seal(new Said("x"), ROW, key, 7);
        assertThrows(WillNotOpen.class, () -> BYTES.open(other, ROW, key, 8));
    }
}
