package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/sign-in",
                "/sign-in/callback",
                "/language",
                "/assets/durumi.css",
                "/health/ready",
                "/error"
            })
    void can_be_seen_by_everybody(String path) {
        assertTrue(PublicPaths.contains(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases",
                "/Cases",
                "/sign-out",
                "/sign-inside",
                "/assets",
                "/assets/../cases",
                "/assets//cases",
                "/assets/..;/cases",
                "/assets/..\\cases",
                "/sign-in/../cases",
                "/health",
                "/health/ready/",
                "/metrics",
                "/application.wadl",
                "/openapi",
                "/error/x",
                "/unheard-of"
            })
    void everything_else_needs_a_session(String path) {
        assertFalse(PublicPaths.contains(path));
    }
}
