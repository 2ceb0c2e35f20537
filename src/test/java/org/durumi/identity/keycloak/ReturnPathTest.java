package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases",
                "/cases?stage=DETENTION&page=2",
                "/cases/C-2026-7F3K",
                "/access-log?from=2026-01-01"
            })
    void leads_back_to_a_path_of_our_own(String path) {
        assertEquals(path, ReturnPath.of(path).value());
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
                "/%2f%2fevil.example",
                "/%2Fevil.example",
                "/cases/../sign-out",
                "/a\r\nSet-Cookie: x=1",
                "/a b",
                "/\t/evil.example",
                "/sign-in",
                "/sign-out",
                "/cases#fragment",
                ""
            })
    void never_leads_to_another_site_or_round_in_circles(String path) {
        assertEquals(ReturnPath.START, ReturnPath.of(path));
    }

    @Test
    void a_path_that_is_too_long_or_missing_leads_to_the_start() {
        assertEquals(ReturnPath.START, ReturnPath.of("/" + "a".repeat(1000)));
        assertEquals(ReturnPath.START, ReturnPath.of(null));
    }
}
