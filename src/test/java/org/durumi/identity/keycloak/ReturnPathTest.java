package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases?stage=DETENTION&page=2"})
    void leads_back_to_a_path_of_our_own(String path) {
        assertEquals(path, ReturnPath.of(path).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/cases/../sign-out",
                "/%73ign-out",
                "/sign-in",
                "/sign-out"
            })
    void never_leads_to_another_site_or_round_in_circles(String path) {
        assertEquals(ReturnPath.START, ReturnPath.of(path));
    }

    @Test
    void a_path_that_is_missing_leads_to_the_start() {
        assertEquals(ReturnPath.START, ReturnPath.of(null));
    }
}
