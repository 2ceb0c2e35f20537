package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal seal = new Seal(key(1));

    @Test
    void opens_what_it_closed() {
        assertEquals(Optional.of("두루미"), seal.open("a", seal.close("a", "두루미")));
    }

    @Test
    void shows_nothing_of_the_content_and_never_looks_the_same() {
        assertFalse(seal.close("a", "secret").contains("secret"));
        assertNotEquals(seal.close("a", "secret"), seal.close("a", "secret"));
    }

    @Test
    void does_not_open_for_another_purpose_or_with_another_key() {
        String closed = seal.close("a", "secret");
        assertEquals(Optional.empty(), seal.open("b", closed));
        assertEquals(Optional.empty(), new Seal(key(2)).open("a", closed));
    }

    @Test
    void does_not_open_what_was_changed() {
        String closed = seal.close("a", "secret");
        for (int i = 0; i < closed.length() - 1; i++) {
            char other = closed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = closed.substring(0, i) + other + closed.substring(i + 1);
            assertEquals(Optional.empty(), seal.open("a", changed), changed);
        }
    }

    @Test
    void does_not_open_garbage() {
        for (String garbage : new String[] {"", ".", "....", "a.b.c.d.e", "한글"}) {
            assertEquals(Optional.empty(), seal.open("a", garbage));
        }
    }

    @Test
    void needs_a_key_of_the_right_length() {
        assertThrows(IllegalArgumentException.class, () -> new Seal(new byte[16]));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return key;
    }
}
