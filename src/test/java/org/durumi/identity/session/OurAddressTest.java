package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OurAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases",
                "/cases?sort=level&page=2",
                "/cases/C-2026-7F3K",
                "/access-log?from=2026-01-01",
                "/cases/C-2026-7F3K/stages/new?for%5B%5D=A"
            })
    void a_path_of_ours_with_its_query_is_ours(String address) {
        assertTrue(OurAddress.isOurs(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "cases",
                "/%2f%2fevil.example",
                "/%2Fevil.example",
                "/cases/../sign-out",
                "/cases#fragment",
                "/a\r\nSet-Cookie: x=1",
                "/a b",
                "/\t/evil.example",
                "/%zz",
                "/<x>",
                "/쿤밍",
                ""
            })
    void nothing_leads_away_from_us(String address) {
        assertFalse(OurAddress.isOurs(address));
    }

    @Test
    void an_address_that_is_too_long_or_missing_is_none() {
        assertTrue(OurAddress.isOurs("/" + "a".repeat(999)));
        assertFalse(OurAddress.isOurs("/" + "a".repeat(1000)));
        assertFalse(OurAddress.isOurs(null));
    }
}
