package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.durumi.identity.Role;
import org.junit.jupiter.api.Test;

class StrengthTest {
    @Test
    void whoever_decides_watches_or_administers_needs_a_passkey() {
        assertEquals(Strength.MFA, Strength.demandedOf(Set.of(Role.CASEWORKER)));
        for (Role each : List.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertEquals(Strength.PHR, Strength.demandedOf(Set.of(each)));
        }
    }

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
