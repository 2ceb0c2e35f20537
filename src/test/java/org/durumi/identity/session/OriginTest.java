package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OriginTest {
    private static final String OWN = "https://cases.example.org";

    @Test
    void a_change_comes_from_a_page_of_ours() {
        assertTrue(Origin.isOurs(OWN, OWN, "same-origin"));
        assertTrue(Origin.isOurs(OWN, "null", "same-origin"), "our pages send no referrer");
        assertTrue(Origin.isOurs(OWN, null, "same-origin"));
        assertTrue(Origin.isOurs(OWN, OWN, null));
    }

    @Test
    void a_change_from_anywhere_else_is_refused() {
        assertFalse(Origin.isOurs(OWN, OWN, "cross-site"));
        assertFalse(Origin.isOurs(OWN, OWN, "same-site"));
        assertFalse(Origin.isOurs(OWN, "https://evil.example", "same-origin"));
        assertFalse(Origin.isOurs(OWN, "null", null));
        assertFalse(Origin.isOurs(OWN, null, null));
        assertFalse(Origin.isOurs(OWN, OWN, "none"));
    }
}
