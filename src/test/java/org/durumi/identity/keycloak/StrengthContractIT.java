package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.durumi.identity.session.Strength;
import org.durumi.launcher.DemoRealm;
import org.durumi.stack.Browser;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How strongly people must sign in to the realm of production: a code for caseworkers, a passkey for whoever decides or watches. */
class StrengthContractIT {
    private static final String REALM = "durumi-strength";
    private static final String OURS = "http://localhost:18081";
    private static final URI CALLBACK = URI.create(OURS + "/sign-in/callback");
    private static final String SECRET = "a-secret-of-the-test";
    private static final int STEP_SECONDS = 30;

    private static KeycloakForTests keycloak;
    private static IdentityProvider provider;
    private static IdTokens idTokens;
    private static Browser browser;

    @BeforeAll
    static void the_realm_of_production() throws Exception {
        keycloak = KeycloakForTests.running();
        ECKey key = KeycloakForTests.newKey();
        Map<String, Object> realm =
                new HashMap<>(JSONObjectUtils.parse(Files.readString(Path.of("config/keycloak/durumi-realm.json"))));
        realm.put("realm", REALM);
        // The list of forbidden passwords is a file that this Keycloak does not have.
        realm.put("passwordPolicy", "length(15)");
        realm.put(
                "users", List.of(person("kang", "caseworker"), person("seo", "supervisor"), person("oh_", "auditor")));
        Map<String, Object> client =
                JSONObjectUtils.parse(JSONObjectUtils.toJSONString(asObject(((List<?>) realm.get("clients")).get(0))));
        client.put("redirectUris", List.of(CALLBACK.toString()));
        client.put("baseUrl", OURS + "/");
        Map<String, Object> attributes = JSONObjectUtils.getJSONObject(client, "attributes");
        attributes.put("jwks.string", "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}");
        client.put("attributes", attributes);
        realm.put("clients", List.of(client));
        // Of the client that makes accounts, which nobody signs in with.
        realm.remove("clientScopeMappings");
        keycloak.make(REALM, JSONObjectUtils.toJSONString(realm));
        provider =
                new IdentityProvider(keycloak.issuer(REALM), "durumi", CALLBACK, key, Strength.PHR, Clock.systemUTC());
        idTokens = new IdTokens(keycloak.issuer(REALM), "durumi", provider.keys(), Clock.systemUTC());
        browser = Browser.open(OURS);
    }

    @AfterAll
    static void leave_nothing() {
        browser.close();
        keycloak.remove(REALM);
    }

    @Test
    void a_caseworker_needs_a_code_and_what_else_must_be_done_comes_behind_it() throws Exception {
        try (Visit visit = browser.guest()) {
            Page page = begin(visit);
            SignInTransaction transaction = asks(page, "kang");
            page.waitForSelector("#otp");
            assertFalse(page.content().contains("password-new"), "no required action before the second factor");
            types(page);
            page.waitForSelector("#password-new");
            page.fill("#password-new", DemoRealm.PASSWORD + "-again");
            page.fill("#password-confirm", DemoRealm.PASSWORD + "-again");
            page.click("input[type=submit]");
            assertEquals("mfa", admitted(page, transaction).acr());
        }
    }

    @Test
    void a_supervisor_makes_a_passkey_behind_the_code_and_then_needs_it() throws Exception {
        try (Visit visit = browser.guest()) {
            Page page = begin(visit);
            holdKeys(visit);
            SignInTransaction first = asks(page, "seo");
            page.waitForSelector("#otp");
            assertFalse(page.content().contains("registerWebAuthn"), "no passkey before the second factor");
            types(page);
            page.waitForSelector("#registerWebAuthn");
            page.click("#registerWebAuthn");
            VerifiedPerson enrolled = admitted(page, first);
            assertEquals("phr", enrolled.acr());
            assertTrue(enrolled.groups().contains("supervisor"));

            visit.context().clearCookies();
            SignInTransaction second = asks(page, "seo");
            page.waitForSelector("#authenticateWebAuthnButton");
            assertFalse(page.content().contains("id=\"otp\""), "the passkey stands for the code");
            page.click("#authenticateWebAuthnButton");
            assertEquals("phr", admitted(page, second).acr());
        }
    }

    @Test
    void a_password_and_a_code_alone_let_no_auditor_in() throws Exception {
        try (Visit visit = browser.guest()) {
            Page page = begin(visit);
            asks(page, "oh_");
            page.waitForSelector("#otp");
            types(page);
            page.waitForSelector("#registerWebAuthn");
            assertFalse(page.url().startsWith(OURS), page::url);
        }
    }

    /** A page for which our own address answers something. */
    private static Page begin(Visit visit) {
        Page page = visit.page();
        page.route(OURS + "/**", route -> route.fulfill(new Route.FulfillOptions().setBody("here")));
        page.onDialog((Dialog label) -> label.accept("key"));
        return page;
    }

    private static SignInTransaction asks(Page page, String who) {
        SignInTransaction transaction = SignInTransaction.begin(ReturnPath.START, Instant.now());
        page.navigate(provider.push(transaction, Locale.ENGLISH).toString());
        page.fill("#username", who);
        page.fill("#password", DemoRealm.PASSWORD);
        page.click("#kc-login");
        return transaction;
    }

    private static void types(Page page) throws Exception {
        page.fill("#otp", code(Instant.now()));
        page.click("#kc-login");
    }

    private static VerifiedPerson admitted(Page page, SignInTransaction transaction) throws Exception {
        page.waitForURL(url -> url.startsWith(CALLBACK.toString()));
        String code = java.util.Arrays.stream(
                        URI.create(page.url()).getRawQuery().split("&"))
                .filter(each -> each.startsWith("code="))
                .findFirst()
                .orElseThrow()
                .substring("code=".length());
        IdentityProvider.Tokens tokens = provider.exchange(code, transaction.verifier());
        return idTokens.verify(tokens.idToken(), tokens.accessToken(), transaction.nonce());
    }

    /** Gives the browser a place for passkeys whose owner always agrees. */
    private static void holdKeys(Visit visit) {
        CDPSession session = visit.context().newCDPSession(visit.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    /** The time-based one-time code of RFC 6238, as the realm's policy wants it. */
    private static String code(Instant now) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(now.getEpochSecond() / STEP_SECONDS)
                .array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    private static Map<String, Object> person(String name, String role) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "requiredActions",
                role.equals("caseworker") ? List.of("UPDATE_PASSWORD") : List.of(),
                "clientRoles",
                Map.of("durumi", List.of(role)),
                "credentials",
                List.of(
                        Map.of("type", "password", "value", DemoRealm.PASSWORD, "temporary", false),
                        Map.of(
                                "type",
                                "otp",
                                "secretData",
                                "{\"value\":\"" + SECRET + "\"}",
                                "credentialData",
                                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA256\"}")));
    }

    private static Map<String, Object> asObject(Object value) {
        Map<String, Object> object = new HashMap<>();
        ((Map<?, ?>) value).forEach((name, each) -> object.put((String) name, each));
        return object;
    }
}
