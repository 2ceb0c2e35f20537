package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.identity.Role;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.Strength;
import org.durumi.kernel.UserId;
import org.durumi.launcher.DemoRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the client of the desk does at a real Keycloak, what it could do besides, and what is closed to it. */
class DeskContractIT {
    private static final String REALM = "durumi-desk-contract";
    private static final String OURS = "http://localhost:18082";
    private static final URI CALLBACK = URI.create(OURS + "/sign-in/callback");
    private static final String SUBJECTS = "00000000-0000-4000-a000-0000000000a";
    private static final UserId HANEUL = new UserId(SUBJECTS + 1);

    private static KeycloakForTests keycloak;
    private static IdentityProvider provider;
    private static DeskClient desk;
    private static ECKey deskKey;

    @BeforeAll
    static void make_a_realm() throws Exception {
        keycloak = KeycloakForTests.running();
        ECKey clientKey = KeycloakForTests.newKey();
        deskKey = KeycloakForTests.newKey();
        keycloak.makeDemo(REALM, OURS, SUBJECTS, clientKey, deskKey);
        provider = new IdentityProvider(
                keycloak.issuer(REALM), "durumi", CALLBACK, clientKey, Strength.PWD, Clock.systemUTC());
        desk = client(deskKey);
    }

    @AfterAll
    static void leave_nothing() {
        keycloak.remove(REALM);
    }

    @Test
    void it_makes_an_account_in_the_group_of_a_role_whose_password_must_be_changed() throws ParseException {
        String name = "newcomer-" + UUID.randomUUID().toString().substring(0, 8);
        UserId who = desk.create(name, Role.SUPERVISOR, "three small cranes over a river")
                .orElseThrow();

        Map<String, Object> account =
                JSONObjectUtils.parse(asked("GET", "/users/" + who).body());
        assertEquals(List.of("UPDATE_PASSWORD"), account.get("requiredActions"));
        assertEquals(true, account.get("enabled"));
        assertTrue(asked("GET", "/users/" + who + "/groups").body().contains("\"supervisors\""));
        assertTrue(new FormBrowser(OURS)
                .submit(begun(), name, "three small cranes over a river")
                .body()
                .contains("password-new"));
        assertTrue(desk.create(name, Role.AUDITOR, "three small cranes over a river")
                .isEmpty());
    }

    @Test
    void who_is_disabled_is_out_and_comes_back_when_they_are_enabled() {
        String token = signedIn();
        desk.enable(HANEUL, false);
        assertThrows(GrantRefused.class, () -> provider.refresh(token));
        desk.enable(HANEUL, true);
        String again = signedIn();
        desk.endSessions(HANEUL);
        assertThrows(GrantRefused.class, () -> provider.refresh(again));
        desk.enable(new UserId(UUID.randomUUID().toString()), false);
    }

    @Test
    void it_takes_codes_and_keys_away_and_leaves_the_password() {
        String name = "coded-" + UUID.randomUUID().toString().substring(0, 8);
        UserId who = desk.create(name, Role.CASEWORKER, "three small cranes over a river")
                .orElseThrow();
        String otp = JSONObjectUtils.toJSONString(
                Map.of(
                        "credentials",
                        List.of(
                                Map.of(
                                        "type",
                                        "otp",
                                        "secretData",
                                        "{\"value\":\"a-secret-of-the-test\"}",
                                        "credentialData",
                                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA256\"}"))));
        assertEquals(
                204,
                keycloak.keycloak()
                        .request("PUT", "/" + REALM + "/users/" + who, otp)
                        .statusCode());
        assertTrue(credentials(who).contains("\"otp\""));

        desk.takeSecondFactors(who);

        assertFalse(credentials(who).contains("\"otp\""));
        assertTrue(credentials(who).contains("\"password\""));
    }

    @Test
    void an_account_of_which_nobody_heard_is_found_by_its_name_and_removed() {
        String name = "unheard-" + UUID.randomUUID().toString().substring(0, 8);
        Instant before = Instant.now().minusSeconds(60);
        UserId who = desk.create(name, Role.CASEWORKER, "three small cranes over a river")
                .orElseThrow();
        assertEquals(Optional.of(who), desk.madeSince(name, before));
        assertEquals(Optional.empty(), desk.madeSince(name, Instant.now().plusSeconds(60)));
        assertEquals(Optional.empty(), desk.madeSince("haneul", Instant.now().plusSeconds(60)));

        desk.remove(who);

        assertEquals(Optional.empty(), desk.madeSince(name, before));
        desk.remove(who);
        assertThrows(ProviderAway.class, () -> desk.takeSecondFactors(who), "nobody hears that theirs are gone");
    }

    /** So that nobody takes its key for less: what it could do besides stands in docs/security.md. */
    @Test
    void it_could_do_more_with_accounts_and_groups_than_it_does() throws ParseException {
        String name = "touched-" + UUID.randomUUID().toString().substring(0, 8);
        UserId who = desk.create(name, Role.CASEWORKER, "three small cranes over a river")
                .orElseThrow();
        String password = "{\"type\":\"password\",\"value\":\"two cranes over a small river\",\"temporary\":false}";
        assertEquals(
                204, tried("PUT", "/users/" + who + "/reset-password", password).statusCode(), "another password");
        String durumi = first(asked("GET", "/clients?clientId=durumi").body());
        String role =
                asked("GET", "/clients/" + durumi + "/roles/administrator").body();
        assertEquals(
                204,
                tried("POST", "/users/" + who + "/role-mappings/clients/" + durumi, "[" + role + "]")
                        .statusCode(),
                "any role of ours, which counts for nothing without two administrators");
        assertEquals(204, tried("DELETE", "/users/" + who, null).statusCode(), "deletes an account");
        assertEquals(201, tried("POST", "/groups", "{\"name\":\"mine\"}").statusCode(), "makes a group");
        String group = first(asked("GET", "/groups?search=mine").body());
        assertEquals(204, tried("DELETE", "/groups/" + group, null).statusCode(), "deletes a group, ours too");
    }

    private static String first(String list) throws ParseException {
        return (String) ((Map<?, ?>) JSONArrayUtils.parse(list).get(0)).get("id");
    }

    @Test
    void it_touches_nothing_else() throws ParseException {
        String management =
                first(asked("GET", "/clients?clientId=realm-management").body());
        String admin =
                asked("GET", "/clients/" + management + "/roles/realm-admin").body();
        String mapping = "/users/" + HANEUL + "/role-mappings/clients/" + management;

        assertEquals(200, tried("GET", "/users?max=1", null).statusCode(), "it is known at all");
        List<String> closed = List.of(
                "/clients",
                "/client-scopes",
                "/roles",
                "/authentication/flows",
                "/components",
                "/events",
                "/admin-events",
                "/keys",
                "/identity-provider/instances",
                "/clients/" + management + "/roles");
        assertEquals(
                List.of(),
                closed.stream()
                        .map(path -> tried("GET", path, null).statusCode() + " " + path)
                        .filter(answer -> !answer.startsWith("403"))
                        .toList());
        // Whoever makes accounts may read what can be asked of a person at their next sign-in; nobody's secret.
        String action = "/authentication/required-actions/CONFIGURE_TOTP";
        assertEquals(403, tried("PUT", action, "{\"enabled\":false}").statusCode(), action);
        assertEquals(403, tried("PUT", "", "{\"enabled\":true}").statusCode(), "the realm");
        assertEquals(403, tried("DELETE", "", null).statusCode(), "the realm");
        assertEquals(403, tried("POST", "/clients", "{\"clientId\":\"mine\"}").statusCode());
        assertEquals(403, tried("POST", "/roles", "{\"name\":\"mine\"}").statusCode());
        assertEquals(403, tried("POST", mapping, "[" + admin + "]").statusCode(), "an administrator of the realm");
        assertEquals(403, tried("GET", "/clients", null, "/admin/realms/master").statusCode(), "another realm");
    }

    @Test
    void a_server_that_is_away_is_away() {
        DeskClient elsewhere = new DeskClient(
                "http://localhost:1",
                new ClientProof(keycloak.issuer(REALM), new ClientID("durumi-desk"), deskKey, Clock.systemUTC()));
        assertThrows(ProviderAway.class, () -> elsewhere.enable(HANEUL, false));
    }

    @Test
    void somebody_without_its_key_and_a_person_cannot_use_it() throws JOSEException {
        assertThrows(ProviderAway.class, () -> client(KeycloakForTests.newKey()).enable(HANEUL, false));
        assertTrue(new FormBrowser(OURS)
                        .open(URI.create(keycloak.issuer(REALM)
                                + "/protocol/openid-connect/auth?client_id=durumi-desk&response_type=code&scope=openid"
                                + "&redirect_uri=" + CALLBACK))
                        .statusCode()
                >= 400);
    }

    private static DeskClient client(ECKey key) {
        return new DeskClient(
                keycloak.keycloak().url(),
                new ClientProof(keycloak.issuer(REALM), new ClientID("durumi-desk"), key, Clock.systemUTC()));
    }

    private static URI begun() {
        return provider.push(SignInTransaction.begin(ReturnPath.START, Instant.now()), Locale.ENGLISH);
    }

    private static String signedIn() {
        SignInTransaction transaction = SignInTransaction.begin(ReturnPath.START, Instant.now());
        String code = new FormBrowser(OURS)
                .signIn(provider.push(transaction, Locale.ENGLISH), "haneul", DemoRealm.PASSWORD)
                .get("code");
        return provider.exchange(code, transaction.verifier()).refreshToken();
    }

    private static String credentials(UserId who) {
        return asked("GET", "/users/" + who + "/credentials").body();
    }

    /** As an administrator of Keycloak. */
    private static HttpResponse<String> asked(String method, String path) {
        return keycloak.keycloak().request(method, "/" + REALM + path, null);
    }

    private static HttpResponse<String> tried(String method, String path, String body) {
        return tried(method, path, body, "/admin/realms/" + REALM);
    }

    /** As the client of the desk. */
    private static HttpResponse<String> tried(String method, String path, String body, String realm) {
        return KeycloakForTests.send(
                HttpRequest.newBuilder(URI.create(keycloak.keycloak().url() + realm + path))
                        .header("Authorization", "Bearer " + desk.token())
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build());
    }
}
