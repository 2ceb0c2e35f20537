package org.durumi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoRealmTest {
    private static final String PUBLIC_KEY = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"eA\",\"y\":\"eQ\"}";

    private Map<String, Object> production;
    private Map<String, Object> demo;

    @BeforeEach
    void derive() throws IOException, ParseException {
        String text = Files.readString(Path.of("config/keycloak/durumi-realm.json"));
        production = JSONObjectUtils.parse(text);
        demo = JSONObjectUtils.parse(DemoRealm.of(text, "http://localhost:8099", PUBLIC_KEY, PUBLIC_KEY));
    }

    @Test
    void production_demands_the_second_factor_and_knows_nobody() {
        assertEquals("mfa", attributes(production).get("minimum.acr.value"));
        assertTrue(production.get("authenticationFlows").toString().contains("auth-otp-form"));
        assertEquals(
                List.of("service-account-durumi-desk"),
                ((List<?>) production.get("users"))
                        .stream()
                                .map(user -> ((Map<?, ?>) user).get("username"))
                                .toList(),
                "nobody but the client of the desk");
    }

    @Test
    void no_private_key_and_no_secret_stands_in_the_production_realm() {
        String text = production.toString();
        for (String secret : List.of("secret", "\"d\"", "privateKey", "password=", "credentials")) {
            assertFalse(text.contains(secret), secret);
        }
        assertEquals("{\"keys\":[]}", attributes(production).get("jwks.string"));
    }

    @Test
    void the_demo_asks_for_the_password_only() {
        assertEquals("pwd", attributes(demo).get("minimum.acr.value"));
        assertFalse(demo.get("authenticationFlows").toString().contains("loa2"));
        assertFalse(((String) demo.get("passwordPolicy")).contains("Blacklist"));
    }

    @Test
    void the_demo_comes_back_to_its_own_port_only_and_trusts_its_own_key() {
        assertEquals(
                List.of("http://localhost:8099/sign-in/callback"), client(demo).get("redirectUris"));
        assertEquals(
                "http://localhost:8099/back-channel-logout", attributes(demo).get("backchannel.logout.url"));
        assertTrue(((String) attributes(demo).get("jwks.string")).contains("P-256"));
    }

    @Test
    void the_client_of_the_desk_trusts_its_own_key_wherever_it_stands() throws IOException, ParseException {
        String other = PUBLIC_KEY.replace("eA", "eB");
        Map<String, Object> realm = JSONObjectUtils.parse(DemoRealm.of(
                Files.readString(Path.of("config/keycloak/durumi-realm.json")),
                "http://localhost:8099",
                PUBLIC_KEY,
                other));
        List<String> trusting = ((List<?>) realm.get("clients"))
                .stream()
                        .map(client -> (Map<?, ?>) client)
                        .filter(client ->
                                String.valueOf(client.get("attributes")).contains("eB"))
                        .map(client -> String.valueOf(client.get("clientId")))
                        .toList();
        assertEquals(List.of("durumi-desk"), trusting);
        assertFalse(attributes(realm).toString().contains("eB"));
    }

    @Test
    void seven_people_have_fixed_subjects_and_one_role_each() {
        Map<Object, Object> roles = ((List<?>) demo.get("users"))
                .stream()
                        .map(user -> (Map<?, ?>) user)
                        .filter(user -> user.containsKey("id"))
                        .collect(Collectors.toMap(
                                user -> user.get("username") + " " + user.get("id"),
                                user -> ((Map<?, ?>) user.get("clientRoles")).get("durumi")));
        String subject = " 00000000-0000-4000-8000-0000000000a";
        assertEquals(
                Map.of(
                        "haneul" + subject + 1, List.of("caseworker"),
                        "yun" + subject + 2, List.of("caseworker"),
                        "seo" + subject + 3, List.of("supervisor"),
                        "bae" + subject + 4, List.of("supervisor"),
                        "ohjin" + subject + 5, List.of("auditor"),
                        "moon" + subject + 7, List.of("administrator"),
                        "admin" + subject + 6, List.of("administrator")),
                roles);
    }

    @Test
    void everything_else_of_the_sign_in_is_as_in_production() {
        for (String same : List.of(
                "require.pushed.authorization.requests",
                "pkce.code.challenge.method",
                "token.endpoint.auth.signing.alg",
                "backchannel.logout.session.required",
                "id.token.signed.response.alg")) {
            assertEquals(attributes(production).get(same), attributes(demo).get(same), same);
        }
        for (String same :
                List.of("revokeRefreshToken", "refreshTokenMaxReuse", "bruteForceProtected", "sslRequired")) {
            assertEquals(production.get(same), demo.get(same), same);
        }
    }

    private static Map<?, ?> client(Map<String, Object> realm) {
        return (Map<?, ?>) ((List<?>) realm.get("clients")).get(0);
    }

    private static Map<?, ?> attributes(Map<String, Object> realm) {
        return (Map<?, ?>) client(realm).get("attributes");
    }
}
