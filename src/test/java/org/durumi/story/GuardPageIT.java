package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is no honest request of a page of ours is refused at every address, and changes nothing. */
class GuardPageIT {
    private static final int LARGEST = 64 * 1024;

    private static Scene scene;
    private static Map<String, Caller> callers;
    private Map<String, String> before;

    @BeforeAll
    static void the_story_is_told() {
        scene = Scene.of("haneul");
        callers = Stream.of("haneul", "seo", "ohjin", "admin")
                .collect(Collectors.toMap(account -> account, Caller::signedIn));
        // That somebody has seen the news is their own, and is noted the first time only.
        callers.values().forEach(each -> each.post("/what-is-new"));
    }

    @BeforeEach
    void the_tables_are_counted() throws SQLException {
        before = Tables.state();
    }

    @AfterEach
    void nothing_was_changed() throws SQLException {
        assertEquals(before, Tables.state());
    }

    @Test
    void a_change_without_the_secret_or_from_elsewhere_is_refused_although_it_is_right_otherwise() {
        Map<Route, String> forms = changes();
        forms.remove(new Route("POST", "/back-channel-logout"));
        callers.forEach((account, caller) -> forms.forEach((route, address) -> {
            String body = Caller.encoded(scene.body(route));
            String right = "token=" + caller.token() + "&" + body;
            String other = callers.values().stream()
                    .filter(each -> each != caller)
                    .findFirst()
                    .orElseThrow()
                    .token();
            String query = address + (address.contains("?") ? "&" : "?") + "token=" + caller.token();
            Map<String, Caller.Answer> answers = new LinkedHashMap<>();
            answers.put("without a token", caller.send(caller.form(address, body)));
            answers.put("with an empty token", caller.send(caller.form(address, "token=&" + body)));
            answers.put(
                    "with the token of somebody else",
                    caller.send(caller.form(address, "token=" + other + "&" + body)));
            answers.put("with the token in the address", caller.send(caller.form(query, body)));
            answers.put(
                    "from another site",
                    caller.send(caller.form(address, right).setHeader("Sec-Fetch-Site", "cross-site")));
            answers.put(
                    "from another port",
                    caller.send(caller.form(address, right)
                            .setHeader("Sec-Fetch-Site", "same-site")
                            .setHeader("Origin", "http://localhost:1")));
            answers.put(
                    "from another origin",
                    caller.send(caller.form(address, right).setHeader("Origin", "http://evil.example")));
            answers.put(
                    "typed into the address bar",
                    caller.send(caller.form(address, right).setHeader("Sec-Fetch-Site", "none")));
            answers.forEach(
                    (how, answer) -> assertEquals(403, answer.status(), () -> how + ": " + account + " at " + route));
        }));
    }

    @Test
    void nothing_but_reading_and_sending_a_form_is_understood() {
        Caller haneul = callers.get("haneul");
        RouteTable.routes().forEach(route -> {
            String address = address(route);
            for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "GETS")) {
                Caller.Answer answer = haneul.send(haneul.request(address).method(method, BodyPublishers.noBody()));
                assertEquals(405, answer.status(), method + " " + address);
                assertEquals("GET, HEAD, POST", answer.header("Allow"), address);
            }
        });
        assertAll(Stream.of("PUT", "DELETE", "PATCH", "OPTIONS")
                .map(method -> () -> assertEquals(
                        401,
                        Caller.guest()
                                .send(Caller.guest().request("/cases").method(method, BodyPublishers.noBody()))
                                .status())));
    }

    @Test
    void what_is_only_sent_cannot_be_read_and_what_is_only_read_cannot_be_sent() {
        Caller haneul = callers.get("haneul");
        Set<Route> routes = RouteTable.routes();
        routes.stream()
                .filter(route -> !RouteTable.OF_THE_SIGN_IN.contains(route)
                        && !route.path().contains("*"))
                .filter(route -> !routes.contains(new Route(route.changes() ? "GET" : "POST", route.path())))
                .filter(route -> routes.stream()
                        .noneMatch(each -> !each.method().equals(route.method())
                                && each.leadsFrom(address(route).split("\\?")[0])))
                .forEach(route -> {
                    Caller.Answer answer = route.changes() ? haneul.get(address(route)) : haneul.post(address(route));
                    assertTrue(
                            Set.of(404, 405).contains(answer.status()),
                            () -> answer.status() + " the other way at " + route);
                });
    }

    @Test
    void the_head_of_a_page_is_its_answer_without_a_body() {
        Caller haneul = callers.get("haneul");
        List<Route> pages = RouteTable.routes().stream()
                .filter(route -> !route.changes() && !RouteTable.OF_THE_SIGN_IN.contains(route))
                .toList();
        pages.forEach(route -> {
            String address = address(route);
            Caller.Answer whole = haneul.get(address);
            Caller.Answer head = haneul.send(haneul.request(address).method("HEAD", BodyPublishers.noBody()));
            assertEquals(whole.status(), head.status(), address);
            assertEquals(0, head.response().body().length, address);
            assertEquals(whole.header("Content-Security-Policy"), head.header("Content-Security-Policy"), address);
        });
    }

    @Test
    void a_form_that_is_too_large_too_long_or_ambiguous_is_not_read() {
        Caller haneul = callers.get("haneul");
        String token = "token=" + haneul.token() + "&";
        Map<Route, String> forms = changes();
        forms.keySet().removeAll(RouteTable.OF_THE_SIGN_IN);
        forms.forEach((route, address) -> {
            String full = token + "x=" + "y".repeat(LARGEST - token.length() - 2);
            Map<String, Integer> bodies = new LinkedHashMap<>();
            // What staff typed into a form is given back on its page; nothing else about it is read.
            boolean kept = !route.path().equals("/unlock");
            bodies.put(full + "y", kept ? 303 : 413);
            bodies.put(token + "a[]=1&".repeat(100), kept ? 303 : 400);
            bodies.put(full + "y".repeat(16 * LARGEST), 413);
            bodies.put(token + "a[]=1&".repeat(1000), 400);
            bodies.put(token + token, 400);
            bodies.put(token + "reason=a&reason=b", 400);
            bodies.put(token + "x=%zz", 400);
            bodies.put(token + "x=%", 400);
            bodies.put(token + "x=%4", 400);
            bodies.put(token + "x=%FF", 400);
            bodies.put(token + "x=%C0%AF", 400);
            bodies.put(token + "x=%ED%A0%80", 400);
            bodies.put(token + "%FF=x", 400);
            bodies.forEach((body, status) -> assertEquals(
                    status,
                    haneul.send(haneul.form(address, body)).status(),
                    () -> route + " with " + body.substring(token.length(), Math.min(body.length(), 90))));
            for (String type : List.of(
                    "multipart/form-data; boundary=x",
                    "text/plain",
                    "application/json",
                    "application/xml",
                    "application/x-www-form-urlencoded;charset=UTF-16",
                    "application/x-www-form-urlencoded;charset=EUC-KR")) {
                // At the one address that takes a file, this is a form with one that cannot be read.
                boolean takesFiles =
                        type.startsWith("multipart/") && route.path().endsWith("/files/new");
                assertEquals(
                        takesFiles ? 400 : 415,
                        haneul.send(haneul.form(address, full).setHeader("Content-Type", type))
                                .status(),
                        () -> route + " as " + type);
            }
        });
    }

    @Test
    void the_largest_form_that_is_allowed_is_read() {
        Caller haneul = callers.get("haneul");
        String token = "token=" + haneul.token() + "&";
        String full = token + "x=" + "y".repeat(LARGEST - token.length() - 2);
        assertEquals(422, haneul.send(haneul.form("/brokers/new", full)).status());
        assertEquals(
                422,
                haneul.send(haneul.form("/brokers/new", token + "a[]=1&".repeat(99)))
                        .status());
    }

    @Test
    void an_odd_address_is_a_page_of_ours_or_none_at_all() throws IOException {
        String cookie = callers.get("haneul").cookie();
        String number = scene.number();
        List<String> odd = Stream.concat(
                        Stream.of(
                                "//",
                                "//cases",
                                "/cases//" + number,
                                "/cases/" + number + "/",
                                "/cases/" + number + ";x=y",
                                "/;x=y",
                                "/..;/",
                                "/cases/..;/access-log",
                                "/assets/..;/cases",
                                "/assets/../WEB-INF/web.xml",
                                "/assets/%2e%2e/WEB-INF/web.xml",
                                "/%2e%2e/%2e%2e/etc/passwd",
                                "/cases%2F" + number,
                                "/cases%252F" + number,
                                "/cases%5C" + number,
                                "/cases\\" + number,
                                "/CASES",
                                "/cases/" + number.toLowerCase(java.util.Locale.ROOT),
                                "/cases/" + number + "%00",
                                "/cases/" + number + "%0d%0aX-Injected:1",
                                "/cases/" + number + ".json",
                                "/cases/%FF",
                                "/cases/%C0%AF",
                                "/cases/%",
                                "/cases/%zz",
                                "/WEB-INF/web.xml",
                                "/META-INF/MANIFEST.MF",
                                "/%57EB-INF/web.xml",
                                "/cases?a=%zz",
                                "/cases?page=%00",
                                "/cases?page=99999999999999999999",
                                "/cases?stage=%F0%A0%AE%B7",
                                "/cases?=&&&==",
                                "/brokers?page=-1",
                                "/access-log?older=x~y",
                                "/cases/new?kind=" + "x".repeat(3000),
                                "/" + "x".repeat(9000),
                                "/cases?" + "x".repeat(9000)),
                        IntStream.of(0x01, 0x7f, 0xc0, 0xff).mapToObj(each -> "/cases" + (char) each))
                .toList();
        for (String address : odd) {
            for (String sender : List.of("Cookie: " + cookie, "X-Nobody: 1")) {
                String answer = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + sender
                        + "\r\nAccept: text/html\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Connection: close\r\n\r\n");
                assertHarmless(answer, address.substring(0, Math.min(60, address.length())));
            }
        }
    }

    @Test
    void an_address_that_the_server_cannot_read_is_no_page_and_says_so_with_ours() throws IOException {
        for (String address : List.of(
                "/cases/%",
                "/cases/%E0%A4%A",
                "/cases/%zz",
                "/cases/%FF",
                "/cases/%C0%AF",
                "/cases/%00",
                "/cases/\u00ff",
                "/cases\\x",
                "/../x",
                "/%2e%2e/x",
                "/assets/%",
                "/health/%",
                "cases")) {
            for (String method : List.of("GET", "HEAD", "POST")) {
                for (String language : List.of("ko", "en")) {
                    String answer = raw(method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                            + "Accept-Language: " + language + "\r\nSec-Fetch-Site: same-origin\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n");
                    String where = method + " " + address + ": " + answer.split("\r\n")[0];
                    assertTrue(answer.startsWith("HTTP/1.1 404"), where);
                    assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), where);
                    assertEquals(!method.equals("HEAD"), answer.contains("<html lang=\"" + language + "\""), where);
                }
            }
        }
    }

    @Test
    void a_broken_head_of_a_request_tells_nothing_of_the_server() throws IOException {
        String begin = "GET /cases HTTP/1.1\r\nHost: localhost\r\n";
        for (String request : List.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /cases HTTP/9.9\r\nHost: x\r\n\r\n",
                "TRACE /cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                begin + "X: " + "y".repeat(20_000) + "\r\n\r\n",
                begin + "X: y\r\n".repeat(200) + "\r\n",
                begin + "Cookie: " + "__Host-durumi=x; ".repeat(400) + "\r\nConnection: close\r\n\r\n",
                begin + "Cookie: __Host-durumi=\u0001\u00ff; a\r\nConnection: close\r\n\r\n",
                begin + "Content-Length: -1\r\nConnection: close\r\n\r\n",
                begin + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
                begin + "Accept-Language: " + "*;q=%n, ".repeat(200) + "\r\nConnection: close\r\n\r\n",
                begin + "Accept: ;;,,/\r\nConnection: close\r\n\r\n")) {
            assertHarmless(raw(request), request.substring(0, Math.min(60, request.length())));
        }
    }

    @Test
    void a_request_that_can_be_read_in_two_ways_is_refused_with_our_page_and_nothing_of_it_is_read_on()
            throws IOException {
        String origin = Stack.running().baseUrl();
        String post = "POST /language HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nOrigin: " + origin
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        String next = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (String request : List.of(
                post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + next,
                post + "Host: evil.example\r\nContent-Length: 0\r\n\r\n" + next,
                post + "Origin: http://evil.example\r\nContent-Length: 0\r\n\r\n" + next,
                post + "Sec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n" + next,
                post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + next,
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n" + next)) {
            String answer = raw(request);
            assertTrue(answer.startsWith("HTTP/1.1 400"), () -> answer.split("\r\n")[0] + " for " + request);
            assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), request);
            assertFalse(answer.contains("live\n"), () -> "a second answer for " + request);
        }
        String body = raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nto=/x");
        assertTrue(body.startsWith("HTTP/1.1 400"), "a page that is asked for with a body: " + body.split("\r\n")[0]);
    }

    /** No failure of ours, nothing of the server's own, and our headers wherever the server lets the request come to us. */
    private static void assertHarmless(String answer, String where) {
        String status = answer.isEmpty() ? "closed" : answer.split("\r\n")[0];
        assertFalse(status.matches("HTTP/1.1 5(?!05).*"), () -> status + " for " + where);
        for (String word : List.of("Payara", "Grizzly", "GlassFish", "Exception", "\tat ", "\nX-Injected", "root:")) {
            assertFalse(answer.contains(word), () -> word + " in the answer to " + where);
        }
        assertFalse(answer.matches("(?is).*\r\n(server|x-powered-by):.*"), where);
        String body = answer.replaceFirst("(?s)^.*?\r\n\r\n", "");
        assertTrue(
                body.isEmpty() || answer.contains("Content-Security-Policy: default-src 'none'"),
                () -> "a page without our headers for " + where + ": "
                        + body.substring(0, Math.min(80, body.length())));
    }

    private static String raw(String request) throws IOException {
        URI base = URI.create(Stack.running().baseUrl());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(1_500);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream in = socket.getInputStream()) {
                in.transferTo(answer);
            } catch (IOException closed) {
                // What came before the server gave up is the answer.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** Every route that changes something, with an address that exists. */
    private static Map<Route, String> changes() {
        return RouteTable.routes().stream()
                .filter(Route::changes)
                .collect(Collectors.toMap(route -> route, GuardPageIT::address));
    }

    private static String address(Route route) {
        return scene.address(route).replace("*", "durumi.css");
    }
}
