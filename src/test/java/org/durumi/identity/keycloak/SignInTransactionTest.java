package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.durumi.identity.session.Seal;
import org.junit.jupiter.api.Test;

class SignInTransactionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Seal seal = new Seal(new byte[32]);
    private final SignInTransaction begun = SignInTransaction.begin(ReturnPath.of("/cases?page=2"), NOW);

    @Test
    void comes_back_from_its_cookie_as_it_was() {
        assertEquals(Optional.of(begun), SignInTransaction.of(begun.cookieValue(seal), begun.state(), seal, NOW));
    }

    @Test
    void two_tabs_have_two_cookies() {
        SignInTransaction other = SignInTransaction.begin(ReturnPath.START, NOW);
        assertNotEquals(SignInTransaction.cookieName(begun.state()), SignInTransaction.cookieName(other.state()));
        assertEquals(Optional.empty(), SignInTransaction.of(begun.cookieValue(seal), other.state(), seal, NOW));
    }

    @Test
    void lasts_as_long_as_the_form_of_the_identity_provider() {
        String cookie = begun.cookieValue(seal);
        Instant end = NOW.plus(SignInTransaction.LONGEST);
        assertTrue(SignInTransaction.of(cookie, begun.state(), seal, end.minusSeconds(1))
                .isPresent());
        assertEquals(Optional.empty(), SignInTransaction.of(cookie, begun.state(), seal, end));
    }

    @Test
    void fits_into_a_cookie_with_the_longest_path() {
        SignInTransaction longest = SignInTransaction.begin(ReturnPath.of("/" + "a".repeat(999)), NOW);
        assertTrue(longest.cookieValue(seal).length() < 3000);
    }
}
