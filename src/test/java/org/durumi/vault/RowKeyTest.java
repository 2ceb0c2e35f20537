package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowKeyTest {
    private static final SealedText TEXT = new SealedText("draft", "sealed");

    private final UUID row = UUID.randomUUID();
    private final VersionedKey kek = VersionedKey.draw(1);
    private final RowKey key = RowKey.draw("draft", row, kek);

    @Test
    void it_is_found_again_in_its_row_alone() {
        Sealed sealed = TEXT.seal("한별", row, key);
        RowKey again = RowKey.unwrap("draft", row, key.wrapped(), kek);

        assertEquals("한별", TEXT.read(TEXT.open(new Sealed(sealed.bytes()), row, again)));
        assertEquals(1, again.kekVersion());
        assertArrayEquals(key.wrapped(), again.wrapped());
        assertThrows(WillNotOpen.class, () -> RowKey.unwrap("draft", UUID.randomUUID(), key.wrapped(), kek));
        assertThrows(WillNotOpen.class, () -> RowKey.unwrap("other", row, key.wrapped(), kek));
        assertThrows(WillNotOpen.class, () -> RowKey.unwrap("draft", row, key.wrapped(), VersionedKey.draw(1)));
    }

    @Test
    void a_newer_key_wraps_the_same_key() {
        VersionedKey newer = VersionedKey.draw(2);
        byte[] again = RowKey.rewrap("draft", row, key.wrapped(), kek, newer);
        Sealed sealed = TEXT.seal("한별", row, key);

        assertEquals(
                "한별", TEXT.read(TEXT.open(new Sealed(sealed.bytes()), row, RowKey.unwrap("draft", row, again, newer))));
        assertThrows(WillNotOpen.class, () -> RowKey.unwrap("draft", row, again, kek));
    }
}
