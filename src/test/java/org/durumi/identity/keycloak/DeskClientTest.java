package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.Role;
import org.durumi.identity.session.Accounts;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the desk takes what a server answers that a healthy Keycloak does not. What a real one does stands in DeskContractIT. */
class DeskClientTest {
    private static final UserId WHO = new UserId("5c1d0f00-0000-4000-8000-000000000001");

    /** Each request with its body, but for those for a token. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private HttpServer server;
    private DeskClient desk;
    private volatile int status = 204;
    private volatile int tokenStatus = 200;
    private volatile String body = "";
    private volatile String location = "http://elsewhere/admin/realms/durumi/users/" + WHO;

    @BeforeEach
    void a_server_answers() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort();
        desk = new DeskClient(
                address,
                new ClientProof(
                        address + "/realms/durumi",
                        new ClientID("durumi-desk"),
                        new ECKeyGenerator(Curve.P_256).keyID("1").generate(),
                        Clock.systemUTC()));
    }

    @AfterEach
    void it_ends() {
        server.stop(0);
    }

    private void answer(HttpExchange request) throws IOException {
        String sent = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = request.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            say(request, tokenStatus, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":60}");
            return;
        }
        asked.add(request.getRequestMethod() + " " + path + " " + sent);
        if (!location.isEmpty()) {
            request.getResponseHeaders().add("Location", location);
        }
        boolean deletes = request.getRequestMethod().equals("DELETE") && status == 200;
        say(request, deletes ? 204 : status, deletes ? "" : body);
    }

    private static void say(HttpExchange request, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().add("Content-Type", "application/json");
        request.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    @Test
    void who_was_made_is_known_by_the_end_of_the_address() {
        status = 201;
        assertEquals(Optional.of(WHO), desk.create("jina", Role.SUPERVISOR, "three small cranes"));
        String sent = asked.getFirst();
        assertTrue(sent.startsWith("POST /admin/realms/durumi/users {"), sent);
        assertTrue(sent.contains("supervisors") && sent.contains("UPDATE_PASSWORD"), sent);

        status = 409;
        assertEquals(Optional.empty(), desk.create("jina", Role.SUPERVISOR, "three small cranes"));
    }

    @Test
    void what_is_refused_or_does_not_answer_is_as_if_the_server_were_away() {
        for (int wrong : new int[] {400, 401, 403, 429, 500, 503}) {
            status = wrong;
            assertThrows(ProviderAway.class, () -> desk.enable(WHO, false), () -> Integer.toString(wrong));
            assertThrows(ProviderAway.class, () -> desk.takeSecondFactors(WHO));
            assertThrows(ProviderAway.class, () -> desk.create("jina", Role.AUDITOR, "three small cranes"));
        }
        tokenStatus = 401;
        asked.clear();
        assertThrows(ProviderAway.class, () -> desk.endSessions(WHO));
        assertEquals(List.of(), asked, "without a token nothing is asked");
    }

    @Test
    void somebody_without_an_account_is_no_error_but_nobody_hears_that_their_second_factors_are_gone() {
        status = 404;
        body = "{\"error\":\"User not found\",\"error_description\":\"\"}";
        desk.enable(WHO, true);
        desk.endSessions(WHO);
        assertEquals(2, asked.size());
        assertThrows(ProviderAway.class, () -> desk.takeSecondFactors(WHO));
    }

    @Test
    void what_a_proxy_answers_for_a_path_that_it_closes_is_no_word_of_the_identity_provider() {
        status = 404;
        for (String page : List.of("", "<html>404 Not Found</html>", "{\"error\":\"HTTP 404 Not Found\"}", "[]")) {
            body = page;
            assertThrows(ProviderAway.class, () -> desk.enable(WHO, false), page);
            assertThrows(ProviderAway.class, () -> desk.endSessions(WHO), page);
            assertThrows(ProviderAway.class, () -> desk.takeSecondFactors(WHO), page);
            assertThrows(ProviderAway.class, () -> desk.remove(WHO), page);
            assertThrows(ProviderAway.class, () -> desk.create("jina", Role.AUDITOR, "three small cranes"), page);
        }
    }

    @Test
    void an_account_whose_address_nobody_reads_is_as_if_the_server_were_away() {
        status = 201;
        for (String address : List.of("", "http://elsewhere/", "http://elsewhere/users/no%20subject")) {
            location = address;
            assertThrows(ProviderAway.class, () -> desk.create("jina", Role.AUDITOR, "three small cranes"), address);
        }
    }

    @Test
    void only_an_account_that_was_made_since_then_is_found() {
        status = 200;
        body = "[{\"id\":\"" + WHO + "\",\"username\":\"jina\",\"createdTimestamp\":1000}]";
        assertEquals(Optional.of(WHO), desk.madeSince("jina", Instant.ofEpochMilli(1000)));
        assertEquals(Optional.empty(), desk.madeSince("jina", Instant.ofEpochMilli(1001)));
        body = "[]";
        assertEquals(Optional.empty(), desk.madeSince("jina", Instant.EPOCH));
    }

    @Test
    void nobody_reads_a_password_in_a_log() {
        assertEquals("Invited[" + WHO + "]", new Accounts.Invited(WHO, "three small cranes").toString());
    }

    @Test
    void second_factors_go_and_the_password_stays() {
        status = 200;
        body =
                "[{\"id\":\"a\",\"type\":\"password\"},{\"id\":\"b\",\"type\":\"otp\"},{\"id\":\"c\",\"type\":\"webauthn\"}]";
        desk.takeSecondFactors(WHO);
        assertEquals(
                List.of("b", "c"),
                asked.stream()
                        .filter(each -> each.startsWith("DELETE"))
                        .map(each -> each.strip().replaceAll(".*/", ""))
                        .toList());

        body = "not a list";
        assertThrows(ProviderAway.class, () -> desk.takeSecondFactors(WHO));
        assertFalse(asked.isEmpty());
    }

    @Test
    void sessions_there_end_before_and_after_second_factors_go() {
        status = 200;
        body = "[{\"id\":\"b\",\"type\":\"otp\"}]";
        KeycloakAccounts accounts = new KeycloakAccounts();
        accounts.settings = new Settings() {
            @Override
            Optional<DeskClient> desk() {
                return Optional.of(desk);
            }
        };
        accounts.takeSecondFactors(WHO);
        assertEquals(
                List.of("logout", "credentials", "b", "logout"),
                asked.stream()
                        .map(each -> each.replaceAll(" [^ ]*$", "").replaceAll(".*/", ""))
                        .toList());
    }

    @Test
    void whether_anybody_answered_tells_whether_an_account_may_have_been_made() {
        status = 403;
        assertTrue(assertThrows(ProviderAway.class, () -> desk.create("jina", Role.AUDITOR, "three small cranes"))
                .isAnswer());
        status = 201;
        location = "";
        assertFalse(assertThrows(ProviderAway.class, () -> desk.create("jina", Role.AUDITOR, "three small cranes"))
                .isAnswer());
        server.stop(0);
        assertFalse(assertThrows(ProviderAway.class, () -> desk.create("jina", Role.AUDITOR, "three small cranes"))
                .isAnswer());
    }
}
