package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.durumi.identity.Role;
import org.durumi.identity.SignInRefused;
import org.durumi.identity.SignedOut;
import org.durumi.identity.session.EndedAtProvider;
import org.durumi.identity.session.Fakes;
import org.durumi.identity.session.Guarantor;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.Lifetimes;
import org.durumi.identity.session.Secrets;
import org.durumi.identity.session.SessionKeeper;
import org.durumi.identity.session.SignInProblem;
import org.durumi.identity.session.Strength;
import org.durumi.kernel.UserId;
import org.durumi.launcher.DemoRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we rely on from Keycloak, and what we refuse even if it came from there, against a real server. */
class KeycloakContractIT {
    private static final String REALM = "durumi-contract";
    private static final String OURS = "http://localhost:18080";
    private static final URI CALLBACK = URI.create(OURS + "/sign-in/callback");
    /** Subjects are unique in a whole Keycloak: those of the demo must stay free. */
    private static final String SUBJECTS = "00000000-0000-4000-9000-0000000000a";

    /** Within two minutes the identity provider is asked again. */
    private static final Duration REFRESH_IS_DUE = Duration.ofSeconds(120);

    private static final String HANEUL = SUBJECTS + 1;
    private static final String YUN = SUBJECTS + 2;
    private static final String SEO = SUBJECTS + 3;
    private static final String BAE = SUBJECTS + 4;

    private static KeycloakForTests keycloak;
    private static ECKey clientKey;
    private static ECKey deskKey;
    private static IdentityProvider provider;
    private static IdTokens idTokens;

    @BeforeAll
    static void make_a_realm() throws Exception {
        keycloak = KeycloakForTests.running();
        clientKey = KeycloakForTests.newKey();
        deskKey = KeycloakForTests.newKey();
        keycloak.makeDemo(REALM, OURS, SUBJECTS, clientKey, deskKey);
        provider = new IdentityProvider(
                keycloak.issuer(REALM), "durumi", CALLBACK, clientKey, Strength.PWD, Clock.systemUTC());
        idTokens = new IdTokens(keycloak.issuer(REALM), "durumi", provider.keys(), Clock.systemUTC());
    }

    @AfterAll
    static void leave_nothing() {
        keycloak.remove(REALM);
    }

    // What Keycloak refuses

    @Test
    void a_request_that_was_not_pushed_is_refused() {
        String address = endpoint("/auth") + "?" + form(request(Map.of("code_challenge_method", "S256")));
        HttpResponse<String> answer = new FormBrowser(OURS).open(URI.create(address));
        assertFalse(answer.body().contains("password"), "no form to sign in");
        assertTrue(answer.statusCode() == 400
                || answer.headers().firstValue("Location").orElse("").contains("error=invalid_request"));
    }

    @Test
    void a_request_without_proof_key_is_refused() {
        Map<String, String> request = new HashMap<>(request(Map.of()));
        request.remove("code_challenge");
        assertEquals(400, push(request, true).statusCode());
    }

    @Test
    void a_plain_proof_key_is_refused() {
        assertEquals(
                400,
                push(request(Map.of("code_challenge_method", "plain")), true).statusCode());
    }

    @Test
    void somebody_without_our_key_cannot_push() {
        assertEquals(
                401,
                push(request(Map.of("code_challenge_method", "S256")), false).statusCode());
    }

    @Test
    void any_other_address_to_come_back_to_is_refused() {
        for (String other : List.of(
                OURS + "/sign-in/callback/", OURS + "/sign-in/callback?x=1", OURS + "/", "http://evil.example/")) {
            Map<String, String> request = new HashMap<>(request(Map.of("code_challenge_method", "S256")));
            request.put("redirect_uri", other);
            assertEquals(400, push(request, true).statusCode(), other);
        }
    }

    @Test
    void our_own_request_is_accepted() {
        assertEquals(
                201,
                push(request(Map.of("code_challenge_method", "S256")), true).statusCode());
    }

    @Test
    void a_wrong_verifier_is_refused() {
        Begun begun = begin("haneul");
        assertThrows(GrantRefused.class, () -> provider.exchange(begun.code(), Secrets.random()));
    }

    @Test
    void a_code_is_good_once_and_its_replay_ends_what_it_gave() {
        Begun begun = begin("haneul");
        IdentityProvider.Tokens tokens =
                provider.exchange(begun.code(), begun.transaction().verifier());
        assertThrows(
                GrantRefused.class,
                () -> provider.exchange(begun.code(), begun.transaction().verifier()));
        assertThrows(GrantRefused.class, () -> provider.refresh(tokens.refreshToken()));
    }

    @Test
    void other_grants_are_refused() {
        Map<String, Map<String, String>> grants = Map.of(
                "password", Map.of("username", "haneul", "password", DemoRealm.PASSWORD, "scope", "openid"),
                "client_credentials", Map.of(),
                "urn:ietf:params:oauth:grant-type:device_code", Map.of("device_code", "x"),
                "urn:openid:params:grant-type:ciba", Map.of("auth_req_id", "x"));
        grants.forEach((grant, parameters) -> {
            Map<String, String> form = new HashMap<>(parameters);
            form.put("grant_type", grant);
            HttpResponse<String> answer = post("/token", form, true);
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, grant);
            assertFalse(answer.body().contains("access_token"), grant);
        });
    }

    @Test
    void keycloaks_own_clients_let_nobody_in() {
        for (String client : List.of("account", "account-console", "admin-cli", "security-admin-console")) {
            HttpResponse<String> page = new FormBrowser(OURS)
                    .open(URI.create(endpoint("/auth") + "?client_id=" + client
                            + "&response_type=code&scope=openid&redirect_uri="
                            + URLEncoder.encode(keycloak.issuer(REALM) + "/account/", StandardCharsets.UTF_8)));
            assertTrue(page.statusCode() >= 400, client + " " + page.statusCode());
            assertFalse(page.body().contains("kc-form-login"), client);
            HttpResponse<String> token = KeycloakForTests.send(HttpRequest.newBuilder(URI.create(endpoint("/token")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=password&client_id=" + client
                            + "&username=haneul&password=" + DemoRealm.PASSWORD))
                    .build());
            assertTrue(token.statusCode() >= 400 && token.statusCode() < 500, client);
            assertFalse(token.body().contains("access_token"), client);
        }
        assertFalse(new FormBrowser(OURS)
                .open(URI.create(keycloak.issuer(REALM) + "/account/"))
                .body()
                .contains("kc-form-login"));
    }

    @Test
    void a_password_that_somebody_else_chose_must_be_changed() {
        keycloak.addNewcomer(REALM, "newcomer", DemoRealm.PASSWORD);
        URI start = provider.push(SignInTransaction.begin(ReturnPath.START, Instant.now()), Locale.ENGLISH);

        HttpResponse<String> next = new FormBrowser(OURS).submit(start, "newcomer", DemoRealm.PASSWORD);

        assertEquals(200, next.statusCode());
        assertTrue(next.body().contains("password-new"), "a form for a new password, and nobody is signed in");
    }

    @Test
    void the_answer_names_its_issuer() {
        assertEquals(keycloak.issuer(REALM), begin("haneul").answer().get("iss"));
    }

    // What a genuine token says

    @Test
    void a_token_carries_a_role_and_a_strength_but_no_name_and_no_address() throws ParseException {
        Admitted admitted = admit("haneul");
        assertEquals(new UserId(HANEUL), admitted.person().user());
        assertEquals(List.of("caseworker"), admitted.person().groups());
        assertEquals("pwd", admitted.person().acr());
        assertTrue(Duration.between(admitted.person().authTime(), Instant.now())
                        .abs()
                        .toSeconds()
                < 60);
        Set<String> claims = SignedJWT.parse(admitted.tokens().idToken())
                .getJWTClaimsSet()
                .getClaims()
                .keySet();
        assertEquals(
                Set.of(),
                claims.stream()
                        .filter(claim -> claim.contains("name") || claim.contains("email"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_demo_account_has_exactly_its_role() {
        Map.of("haneul", Role.CASEWORKER, "ohjin", Role.AUDITOR, "admin", Role.ADMINISTRATOR)
                .forEach((user, role) -> assertEquals(
                        Set.of(role), GrantedRoles.of(admit(user).person().groups()), user));
    }

    @Test
    void a_refresh_brings_a_token_of_the_same_person() {
        Admitted admitted = admit("haneul");
        IdentityProvider.Tokens refreshed = provider.refresh(admitted.tokens().refreshToken());
        VerifiedPerson person =
                idTokens.verifyRefreshed(refreshed.idToken(), refreshed.accessToken(), new UserId(HANEUL));
        assertEquals(admitted.person().sid(), person.sid());
        assertNotEquals(admitted.tokens().refreshToken(), refreshed.refreshToken());
        assertThrows(
                NotGenuine.class,
                () -> idTokens.verifyRefreshed(
                        refreshed.idToken(), refreshed.accessToken(), new UserId("somebody-else")));
    }

    @Test
    void an_old_refresh_token_kills_the_session_when_it_comes_back_too_often() {
        String first = admit("haneul").tokens().refreshToken();
        provider.refresh(first);
        IdentityProvider.Tokens again = provider.refresh(first);
        assertThrows(GrantRefused.class, () -> provider.refresh(first));
        assertThrows(GrantRefused.class, () -> provider.refresh(again.refreshToken()));
    }

    @Test
    void a_session_that_we_end_is_over_there_too() {
        String refreshToken = admit("haneul").tokens().refreshToken();
        provider.endSession(refreshToken);
        assertThrows(GrantRefused.class, () -> provider.refresh(refreshToken));
    }

    // What we refuse

    @Test
    void a_token_of_another_sign_in_is_refused_by_us() {
        Admitted admitted = admit("haneul");
        refused(admitted.tokens().idToken(), admitted.tokens().accessToken(), Secrets.random());
    }

    @Test
    void a_token_beside_another_access_token_is_refused_by_us() {
        Admitted admitted = admit("haneul");
        refused(admitted.tokens().idToken(), admit("haneul").tokens().accessToken(), admitted.nonce());
    }

    @Test
    void an_access_token_is_not_taken_for_an_id_token() {
        Admitted admitted = admit("haneul");
        refused(admitted.tokens().accessToken(), admitted.tokens().accessToken(), admitted.nonce());
    }

    @Test
    void an_unsigned_token_is_refused_by_us() throws ParseException {
        Admitted admitted = admit("haneul");
        refused(new PlainJWT(claims(admitted)).serialize(), admitted.tokens().accessToken(), admitted.nonce());
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_refused_by_us() throws Exception {
        Admitted admitted = admit("haneul");
        ECKey issuerKey = issuerKey();
        refused(
                signed(
                        admitted,
                        JWSAlgorithm.HS256,
                        issuerKey.getKeyID(),
                        new MACSigner(issuerKey.toECPublicKey().getEncoded())),
                admitted.tokens().accessToken(),
                admitted.nonce());
    }

    @Test
    void a_token_signed_with_another_key_is_refused_by_us() throws Exception {
        Admitted admitted = admit("haneul");
        JWSSigner forger = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
        for (String keyId : List.of(issuerKey().getKeyID(), "unknown")) {
            refused(
                    signed(admitted, JWSAlgorithm.ES256, keyId, forger),
                    admitted.tokens().accessToken(),
                    admitted.nonce());
        }
    }

    @Test
    void a_genuine_token_for_somebody_else_is_refused_by_us() {
        Admitted admitted = admit("haneul");
        IdTokens others = new IdTokens(keycloak.issuer(REALM), "another-client", provider.keys(), Clock.systemUTC());
        assertThrows(
                NotGenuine.class,
                () -> others.verify(
                        admitted.tokens().idToken(), admitted.tokens().accessToken(), admitted.nonce()));
        IdTokens elsewhere = new IdTokens(keycloak.issuer("other"), "durumi", provider.keys(), Clock.systemUTC());
        assertThrows(
                NotGenuine.class,
                () -> elsewhere.verify(
                        admitted.tokens().idToken(), admitted.tokens().accessToken(), admitted.nonce()));
    }

    // Who is out

    @Test
    void a_disabled_person_is_out_after_the_next_refresh() {
        Open open = open("yun");
        keycloak.disable(REALM, YUN);
        assertTrue(open.isThere(), "for two minutes nobody asks");
        open.clock.pass(REFRESH_IS_DUE);
        assertFalse(open.isThere());
        assertEquals(
                SignedOut.Reason.ENDED_BY_PROVIDER, open.ended.events.get(0).reason());
    }

    @Test
    void a_person_without_role_is_out_after_the_next_refresh() {
        Open open = open("bae");
        keycloak.takeRole(REALM, BAE, "supervisor");
        open.clock.pass(REFRESH_IS_DUE);
        assertFalse(open.isThere());
        assertEquals(SignedOut.Reason.ROLES_REMOVED, open.ended.events.get(0).reason());
    }

    @Test
    void a_person_who_stays_is_refreshed_again_and_again() {
        Open open = open("haneul");
        for (int i = 0; i < 3; i++) {
            open.clock.pass(REFRESH_IS_DUE);
            assertTrue(open.isThere());
        }
        assertEquals(List.of(), open.ended.events);
    }

    @Test
    void a_sign_in_without_role_is_refused() {
        keycloak.takeRole(REALM, SEO, "supervisor");
        VerifiedPerson person = admit("seo").person();
        SignInProblem problem = assertThrows(SignInProblem.class, () -> GrantedRoles.of(person.groups()));
        assertEquals(SignInRefused.Reason.NO_ROLE, problem.refusal().reason());
    }

    // A fresh proof, and the provider's word that a session is over

    @Test
    void whoever_is_known_is_asked_for_the_password_again_only_if_we_say_so() {
        FormBrowser browser = new FormBrowser(OURS);
        Begun first = begin("haneul", browser, SignInTransaction.begin(ReturnPath.START, Instant.now()));
        VerifiedPerson before = person(first);

        SignInTransaction plain = SignInTransaction.begin(ReturnPath.START, Instant.now());
        HttpResponse<String> unasked = browser.open(provider.push(plain, Locale.ENGLISH));
        Map<String, String> answer = FormBrowser.parameters(
                URI.create(unasked.headers().firstValue("Location").orElseThrow()));
        assertEquals(before.authTime(), person(new Begun(plain, answer)).authTime());

        Instant asked = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SignInTransaction renewal = new SignInTransaction(
                Secrets.random(), Secrets.random(), Secrets.random(), ReturnPath.START, Instant.now(), "00");
        VerifiedPerson after = person(begin("haneul", browser, renewal));
        assertFalse(after.authTime().isBefore(asked), "the proof is new");
        assertEquals(before.sid(), after.sid());
    }

    @Test
    void a_logout_by_an_administrator_is_told_to_us_and_believed_once() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        HttpServer ours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ours.createContext("/back-channel-logout", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ours.start();
        try {
            keycloak.tellLogoutsTo(
                    REALM, "http://localhost:" + ours.getAddress().getPort() + "/back-channel-logout");
            Open open = open("haneul");
            keycloak.logOut(REALM, HANEUL);
            String body = told.poll(20, TimeUnit.SECONDS);
            assertTrue(body != null && body.startsWith("logout_token="), body);

            LogoutTokens tokens =
                    new LogoutTokens(keycloak.issuer(REALM), "durumi", provider.keys(), Clock.systemUTC());
            EndedAtProvider word = tokens.verify(body.substring(body.indexOf('=') + 1));
            assertEquals(Optional.of(new UserId(HANEUL)), word.user());
            assertTrue(open.keeper.endedAtProvider(word));
            assertFalse(open.keeper.endedAtProvider(word), "a replay");
            while (open.isThere()) {
                // Earlier sessions of the same person are told of, each by its own word.
                body = told.poll(20, TimeUnit.SECONDS);
                assertTrue(body != null, "the word about this session");
                open.keeper.endedAtProvider(tokens.verify(body.substring(body.indexOf('=') + 1)));
            }
            assertEquals(
                    SignedOut.Reason.ENDED_BY_PROVIDER, open.ended.events.get(0).reason());

            String token = body.substring(body.indexOf('=') + 1);
            LogoutTokens others =
                    new LogoutTokens(keycloak.issuer(REALM), "another-client", provider.keys(), Clock.systemUTC());
            assertThrows(NotGenuine.class, () -> others.verify(token));
            LogoutTokens later = new LogoutTokens(
                    keycloak.issuer(REALM),
                    "durumi",
                    provider.keys(),
                    Clock.offset(Clock.systemUTC(), Lifetimes.OLDEST_WORD.plusSeconds(60)));
            assertThrows(NotGenuine.class, () -> later.verify(token));
            Admitted admitted = admit("haneul");
            assertThrows(NotGenuine.class, () -> tokens.verify(admitted.tokens().idToken()));
            assertThrows(NotGenuine.class, () -> tokens.verify(admitted.tokens().accessToken()));
        } finally {
            ours.stop(0);
        }
    }

    // How the tests sign in

    private record Begun(SignInTransaction transaction, Map<String, String> answer) {
        String code() {
            return answer.get("code");
        }
    }

    private record Admitted(VerifiedPerson person, IdentityProvider.Tokens tokens, String nonce) {}

    private static final class Open {
        private final Fakes.TestClock clock = new Fakes.TestClock(Instant.now());
        private final Fakes.Fired<SignedOut> ended = new Fakes.Fired<>();
        private final SessionKeeper keeper;
        private String cookie;

        Open(Guarantor guarantor) {
            keeper = Fakes.keeper(guarantor, clock, ended);
        }

        boolean isThere() {
            return keeper.find(cookie).isPresent();
        }
    }

    private Begun begin(String user) {
        return begin(user, new FormBrowser(OURS), SignInTransaction.begin(ReturnPath.START, Instant.now()));
    }

    private Begun begin(String user, FormBrowser browser, SignInTransaction transaction) {
        URI start = provider.push(transaction, Locale.ENGLISH);
        return new Begun(transaction, browser.signIn(start, user, DemoRealm.PASSWORD));
    }

    private VerifiedPerson person(Begun begun) {
        IdentityProvider.Tokens tokens =
                provider.exchange(begun.code(), begun.transaction().verifier());
        return idTokens.verify(
                tokens.idToken(), tokens.accessToken(), begun.transaction().nonce());
    }

    private Admitted admit(String user) {
        Begun begun = begin(user);
        IdentityProvider.Tokens tokens =
                provider.exchange(begun.code(), begun.transaction().verifier());
        String nonce = begun.transaction().nonce();
        return new Admitted(idTokens.verify(tokens.idToken(), tokens.accessToken(), nonce), tokens, nonce);
    }

    private Open open(String user) {
        Admitted admitted = admit(user);
        KeycloakGuarantor guarantor = new KeycloakGuarantor();
        guarantor.settings = Settings.of(provider, idTokens);
        Open open = new Open(guarantor);
        open.cookie = open.keeper
                .open(
                        admitted.person().proof(),
                        GrantedRoles.of(admitted.person().groups()),
                        new GuestLanguage.Wish(Optional.empty(), Locale.KOREAN),
                        admitted.tokens().refreshToken())
                .cookieValue();
        return open;
    }

    private void refused(String idToken, String accessToken, String nonce) {
        assertThrows(NotGenuine.class, () -> idTokens.verify(idToken, accessToken, nonce));
    }

    private static JWTClaimsSet claims(Admitted admitted) throws ParseException {
        return SignedJWT.parse(admitted.tokens().idToken()).getJWTClaimsSet();
    }

    private static String signed(Admitted admitted, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws ParseException, JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(keyId)
                        .type(com.nimbusds.jose.JOSEObjectType.JWT)
                        .build(),
                claims(admitted));
        token.sign(signer);
        return token.serialize();
    }

    private ECKey issuerKey() throws Exception {
        JWKMatcher signing =
                new JWKMatcher.Builder().algorithm(JWSAlgorithm.ES256).build();
        return provider.keys().get(new JWKSelector(signing), null).get(0).toECKey();
    }

    // Requests that our adapter never makes

    private static Map<String, String> request(Map<String, String> more) {
        Map<String, String> request = new HashMap<>(Map.of(
                "client_id", "durumi",
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", CALLBACK.toString(),
                "state", Secrets.random(),
                "nonce", Secrets.random(),
                "code_challenge", Secrets.random()));
        request.putAll(more);
        return request;
    }

    private HttpResponse<String> push(Map<String, String> request, boolean proven) {
        return post("/ext/par/request", request, proven);
    }

    private HttpResponse<String> post(String path, Map<String, String> request, boolean proven) {
        Map<String, String> form = new HashMap<>(request);
        form.put("client_id", "durumi");
        if (proven) {
            form.putAll(assertion());
        }
        return KeycloakForTests.send(HttpRequest.newBuilder(URI.create(endpoint(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build());
    }

    private Map<String, String> assertion() {
        try {
            return new PrivateKeyJWT(
                            new JWTAuthenticationClaimsSet(
                                    new ClientID("durumi"), new Audience(keycloak.issuer(REALM))),
                            JWSAlgorithm.ES256,
                            clientKey.toPrivateKey(),
                            clientKey.getKeyID(),
                            null)
                    .toParameters().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().get(0)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String endpoint(String path) {
        return keycloak.issuer(REALM) + "/protocol/openid-connect" + path;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
