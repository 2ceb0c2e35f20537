package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrengthTest {
    @Test
    void a_stronger_sign_in_is_always_enough() {
        assertTrue(Strength.PWD.isReachedBy("pwd"));
        assertTrue(Strength.PWD.isReachedBy("mfa"));
        assertTrue(Strength.MFA.isReachedBy("phr"));
    }

    @Test
    void a_weaker_or_unknown_one_never_is() {
        assertFalse(Strength.MFA.isReachedBy("pwd"));
        assertFalse(Strength.PHR.isReachedBy("mfa"));
        for (String unknown : new String[] {"", "0", "1", "MFA", "gold"}) {
            assertFalse(Strength.PWD.isReachedBy(unknown), unknown);
        }
    }
}
