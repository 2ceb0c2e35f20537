package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedTest {
    @Test
    void a_signature_says_who_and_when() {
        assertThrows(NullPointerException.class, () -> new Signed(null, Instant.EPOCH));
        assertThrows(NullPointerException.class, () -> new Signed(new UserId("haneul"), null));
    }
}
