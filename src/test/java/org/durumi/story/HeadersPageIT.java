package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.jsoup.nodes.Attribute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What protects the reader is on every answer: on pages, errors, assets and the PDF. */
class HeadersPageIT {
    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp");
    private static final List<String> POLICY = List.of(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'");
    private static final String NEVER = "no-store";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private Caller haneul;
    private String number;

    @BeforeEach
    void sign_in() {
        number = Scene.of("haneul").number();
        haneul = Caller.signedIn("haneul");
    }

    @Test
    void every_answer_carries_them_and_is_not_kept() {
        Scene scene = Scene.of("haneul");
        for (String account : List.of("haneul", "seo", "ohjin", "admin")) {
            Caller caller = Caller.signedIn(account);
            Stream<Route> routes = Route.all().stream().filter(route -> !RouteTable.OF_ONE_BUTTON.contains(route));
            assertAll(routes.map(route -> () -> {
                String address = scene.address(route);
                assertPage(route.changes() ? caller.post(address) : caller.get(address), account + " at " + route);
            }));
        }
    }

    @Test
    void the_pdf_carries_them_too() {
        Caller.Answer pdf = haneul.get("/cases/" + number + "/summary.pdf");

        assertEquals(200, pdf.status());
        assertEquals("application/pdf", pdf.header("Content-Type").split(";")[0]);
        assertPage(pdf, "the PDF");
    }

    @Test
    void every_error_carries_them() {
        Caller nobody = Caller.guest();
        Map<Integer, Caller.Answer> errors = Map.of(
                400, haneul.get("/cases?page=1&page=2"),
                401, nobody.send(nobody.request("/cases").setHeader("Sec-Fetch-Mode", "cors")),
                403, haneul.send(haneul.form("/language", "language=en")),
                404, haneul.get("/nothing"),
                405, haneul.send(haneul.request("/cases").method("PUT", BodyPublishers.noBody())),
                413, haneul.post("/cases/new?kind=PAIR", "reason", "x".repeat(1_100_000)),
                415,
                        haneul.send(haneul.form("/cases/new?kind=PAIR", "{}")
                                .setHeader("Content-Type", "application/json")),
                422, haneul.post("/cases/new?kind=PAIR"));

        errors.forEach((status, answer) -> {
            assertEquals(status, answer.status());
            assertPage(answer, "status " + status);
            assertTrue(answer.text().contains("<html"), "our own page for " + status);
        });
    }

    @Test
    void a_guest_gets_them_and_the_assets_are_kept_for_ever() {
        Caller nobody = Caller.guest();
        Caller.Answer landing = nobody.get("/");
        assertPage(landing, "the first page");
        assertHeaders(nobody.get("/sign-in"), "the way to the sign-in");
        assertPage(nobody.get("/sign-in/callback?state=x"), "a sign-in that was not begun");

        Set<String> assets = assets(landing);
        assertTrue(assets.size() >= 4, () -> "the assets were found: " + assets);
        Set<String> named = assets.stream()
                .filter(each -> each.endsWith(".css"))
                .flatMap(each -> assets(nobody.get(each)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.stream().anyMatch(each -> each.endsWith(".woff2")), "the fonts are ours");
        assertAll(Stream.concat(assets.stream(), named.stream()).distinct().map(each -> () -> {
            Caller.Answer asset = nobody.get(each);
            assertEquals(200, asset.status(), each);
            assertHeaders(asset, each);
            assertEquals(FOR_EVER, asset.header("Cache-Control"), each);
            assertTrue(each.matches("/assets/[\\w.-]+\\.[0-9a-f]{16}\\.\\w+"), each);
        }));
        assertEquals(404, nobody.get("/assets/durumi.0000000000000000.css").status());
    }

    @Test
    void nothing_points_outside() {
        for (String path : List.of("/cases", "/cases/" + number, "/cases/new?kind=PAIR", "/brokers", "/")) {
            List<String> outside = haneul.follow(haneul.get(path)).document().getAllElements().stream()
                    .flatMap(each -> each.attributes().asList().stream())
                    .map(Attribute::getValue)
                    .filter(each -> each.matches("(https?:)?//.*") && !each.contains("www.weather.go.kr"))
                    .toList();
            assertEquals(List.of(), outside, path);
        }
    }

    @Test
    void signing_out_clears_the_browser_and_the_old_cookie_is_dead() {
        Caller yun = Caller.signedIn("yun");
        Caller thief = yun.again();
        assertEquals(200, thief.get("/cases").status());
        assertEquals(403, yun.send(yun.form("/sign-out", "token=wrong")).status());
        assertEquals(200, yun.get("/cases").status());

        Caller.Answer out = yun.post("/sign-out");

        assertEquals(303, out.status());
        assertTrue(out.header("Clear-Site-Data").contains("\"cookies\""));
        assertTrue(out.header("Clear-Site-Data").contains("\"cache\""));
        assertTrue(out.header("Clear-Site-Data").contains("\"storage\""));
        assertTrue(out.response().headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("__Host-durumi=;") && cookie.contains("Max-Age=0")));
        assertEquals(
                401,
                thief.send(thief.request("/cases").setHeader("Sec-Fetch-Mode", "cors"))
                        .status());
        assertEquals(302, thief.get("/cases").status());
    }

    private static void assertPage(Caller.Answer answer, String where) {
        assertHeaders(answer, where);
        String policy = answer.header("Content-Security-Policy");
        boolean notice = policy.contains("form-action 'none'");
        for (String directive : POLICY) {
            // A notice of the sign-in runs no script and asks for nothing; it forbids them by default.
            if (!notice || !directive.matches("(script|connect|object)-src.*")) {
                assertTrue(policy.contains(directive), () -> directive + " is missing at " + where);
            }
        }
        assertTrue(notice || policy.contains("form-action 'self' http://localhost:"), where);
        assertFalse(policy.contains("unsafe") || policy.contains("*"), where);
        assertEquals("DENY", answer.header("X-Frame-Options"), where);
        assertEquals(NEVER, answer.header("Cache-Control"), where);
        if (!notice) {
            assertTrue(answer.header("Permissions-Policy").contains("geolocation=()"), where);
        }
    }

    private static void assertHeaders(Caller.Answer answer, String where) {
        ALWAYS.forEach((name, value) -> assertEquals(value, answer.header(name), name + " at " + where));
        for (String name : List.of("Server", "X-Powered-By", "X-Frame-Options-Legacy", "Via", "ETag")) {
            assertEquals("", answer.header(name), name + " at " + where);
        }
        for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
            assertTrue(cookie.startsWith("__Host-"), () -> "a cookie that is not of this host only at " + where);
            assertTrue(cookie.contains("; Secure") && cookie.contains("; HttpOnly"), where);
        }
        assertFalse(
                answer.text().contains("Payara") || answer.text().contains("Grizzly"), "the server's name at " + where);
    }

    private static Set<String> assets(Caller.Answer answer) {
        return Pattern.compile("/assets/[\\w.-]+")
                .matcher(answer.text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_readiness_of_a_node_says_no_more_than_that() {
        Caller.Answer ready = Caller.guest().get("/health/ready");
        assertEquals(200, ready.status());
        assertHeaders(ready, "readiness");
        for (String path : List.of("/health", "/metrics", "/openapi", "/WEB-INF/web.xml", "/error")) {
            Caller.Answer answer = Caller.guest().get(path);
            assertTrue(
                    Set.of(302, 401, 404).contains(answer.status()),
                    () -> path + " answers " + answer.status() + " at "
                            + Stack.running().baseUrl());
        }
    }
}
