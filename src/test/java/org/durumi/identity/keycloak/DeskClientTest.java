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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.Role;
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
        request.getResponseHeaders().add("Location", "http://elsewhere/admin/realms/durumi/users/" + WHO);
        say(request, request.getRequestMethod().equals("DELETE") ? 204 : status, body);
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
    void somebody_without_an_account_is_no_error() {
        status = 404;
        desk.enable(WHO, true);
        desk.endSessions(WHO);
        desk.takeSecondFactors(WHO);
        assertEquals(3, asked.size());
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
}
