package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.durumi.identity.session.SessionRows;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a session ends: by itself with a warning, by an administrator, by Keycloak; and what asks too often. */
class SessionPageIT {
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";
    private static final String ADMIN = "00000000-0000-4000-8000-0000000000a6";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void two_minutes_before_the_idle_end_the_page_warns_and_one_click_goes_on() {
        try (Visit haneul = browser.signedIn("haneul")) {
            haneul.context().clock().install();
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                haneul.open("/cases/new?kind=INDIVIDUAL");
                haneul.speak(language);
                Page page = haneul.page();
                page.context().clock().fastForward("12:30");
                assertThat(warning(page)).isHidden();
                page.context().clock().fastForward("00:45");
                assertThat(warning(page)).isVisible();
                assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isVisible();
                assertThat(page.locator("[data-stay]")).isFocused();
                assertThat(page.locator("[data-left]")).containsText("1:");
                haneul.assertAccessible();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target/screenshots/idle-" + language + ".png")));
                page.click("[data-stay]");
                assertThat(warning(page)).isHidden();
                page.context().clock().fastForward("12:30");
                assertThat(warning(page)).isHidden();
            }
            haneul.assertNoComplaints();
        }
    }

    @Test
    void the_end_after_ten_hours_is_announced_once() throws SQLException {
        try (Visit yun = browser.signedIn("yun")) {
            change("update staff_session set ends = now() + interval '100 seconds' where user_id = ?", YUN);
            yun.open("/my-session");
            Page page = yun.page();
            assertThat(warning(page)).isVisible();
            String idle = page.textContent("#idle-text");
            page.click("[data-stay]");
            assertThat(page.locator("#idle-text")).not().hasText(idle);
            page.click("[data-stay]");
            assertThat(warning(page)).isHidden();
        }
    }

    @Test
    void after_the_idle_end_the_page_is_covered_and_what_was_typed_comes_back() throws SQLException {
        try (Visit yun = browser.signedIn("yun")) {
            yun.context().clock().install();
            yun.open("/cases/new?kind=INDIVIDUAL");
            Page page = yun.page();
            page.fill("textarea[name=reason]", "half a sentence");
            page.context().clock().fastForward("15:05");
            assertThat(page.locator("#idle-over-title")).isVisible();
            assertThat(page.locator("[data-again]")).isFocused();
            yun.assertAccessible();
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/screenshots/idle-over.png")));
            change("update staff_session set idle_until = now() - interval '1 second' where user_id = ?", YUN);
            page.click("[data-again]");
            page.waitForURL(url -> url.contains("/cases/new"));
            page.click("main a.button");
            page.fill("#username", "yun");
            page.fill("#password", org.durumi.launcher.DemoRealm.PASSWORD);
            page.click("#kc-login");
            page.waitForURL(url -> url.contains("kept="));
            assertEquals("half a sentence", page.inputValue("textarea[name=reason]"));
        }
    }

    @Test
    void three_presses_of_escape_leave_and_nothing_else_does() {
        try (Visit yun = browser.signedIn("yun")) {
            yun.open("/cases/new?kind=INDIVIDUAL");
            Page page = yun.page();
            String here = page.url();
            String away = page.getAttribute("[data-leave]", "href");
            page.route(away, route -> route.fulfill(new Route.FulfillOptions().setBody("weather")));
            page.fill("textarea[name=reason]", "half a sentence");

            for (int held = 0; held < 5; held++) {
                page.keyboard().down("Escape");
            }
            page.keyboard().up("Escape");
            page.keyboard().press("a");
            for (int composing = 0; composing < 5; composing++) {
                page.evaluate("() => document.dispatchEvent(new KeyboardEvent('keydown', "
                        + "{ key: 'Escape', isComposing: true, bubbles: true }))");
            }
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            page.keyboard().press("a");
            page.keyboard().press("Escape");
            assertEquals(here, page.url());
            assertThat(page.locator("h1")).isVisible();

            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            page.waitForURL(away);
            page.navigate(here);
            assertThat(page.locator("textarea[name=reason]")).hasCount(0);
        }
    }

    @Test
    void everybody_sees_their_session_and_an_administrator_ends_anothers() throws SQLException {
        Caller oh = Caller.signedIn("ohjin");
        try (Visit admin = browser.signedIn("admin")) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                admin.open("/my-session");
                admin.speak(language);
                admin.assertAccessible();
                admin.screenshot("my-session-" + language);
                admin.open("/sessions");
                admin.assertAccessible();
                admin.screenshot("sessions-" + language);
            }
            assertTrue(admin.page().locator("nav a[href='/sessions']").isVisible());
            admin.page().locator("tr:has(th:text-is('ohjin')) button").click();
            admin.page().locator("dialog[open] .dialog-actions button >> nth=1").click();
            assertThat(admin.page().locator(".notice")).isVisible();
            assertThat(admin.page().locator("tr:has(th:text-is('ohjin'))")).hasCount(0);
            admin.assertNoComplaints();
        }
        assertEquals(302, oh.get("/access-log").status());
        assertEquals(
                List.of("CHANGE DONE {SESSION}"),
                Intake.rows(
                        "select action, outcome, field_groups from access_entry where actor = ? and action = 'CHANGE'"
                                + " order by id desc limit 1",
                        ADMIN));
        Caller seo = Caller.signedIn("seo");
        assertEquals(404, seo.get("/sessions").status());
        assertEquals(404, seo.post("/sessions", "session", "0000000000000000").status());
        assertEquals(200, seo.get("/my-session").status());
    }

    @Test
    void a_session_that_ended_leaves_nothing_in_the_browser() throws SQLException {
        Caller yun = Caller.signedIn("yun");
        change("update staff_session set ends = now() where user_id = ?", YUN);
        Caller.Answer answer = yun.get("/cases");
        assertEquals(302, answer.status());
        assertTrue(answer.header("Clear-Site-Data").contains("\"cache\""));
        assertTrue(answer.response().headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("__Host-durumi=;") && cookie.contains("Max-Age=0")));
    }

    @Test
    void a_logout_at_keycloak_ends_the_session_here_within_seconds() throws SQLException {
        Caller yun = Caller.signedIn("yun");
        assertEquals(200, yun.get("/cases").status());
        Stack.running().keycloakAdmin().request("POST", "/durumi/users/" + YUN + "/logout", "{}");
        Instant until = Instant.now().plus(PATIENCE);
        while (!Intake.rows("select tag from staff_session where user_id = ?", YUN)
                .isEmpty()) {
            assertTrue(Instant.now().isBefore(until), "the session is still there");
            Thread.onSpinWait();
        }
        assertEquals(302, yun.get("/cases").status());
        assertEquals(
                "SIGN_OUT DONE",
                Intake.value("select action, outcome from access_entry where actor = ? order by id desc limit 1", YUN));
    }

    @Test
    void a_word_that_is_not_keycloaks_ends_nothing() {
        Caller haneul = Caller.signedIn("haneul");
        Caller nobody = Caller.guest();
        for (String body : List.of("", "logout_token=", "logout_token=a.b.c", "logout_token=" + "x".repeat(5000))) {
            Caller.Answer answer = nobody.send(nobody.request("/back-channel-logout")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
            assertEquals(400, answer.status(), body);
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("", answer.text());
        }
        assertEquals(302, nobody.get("/back-channel-logout").status());
        assertEquals(200, haneul.get("/cases").status());
    }

    @Test
    void whoever_exports_without_end_is_turned_away_and_recorded() throws SQLException {
        Caller admin = Caller.signedIn("admin");
        String address = "/cases/C-2026-000000/summary.pdf";
        int usual = 20 * Integer.getInteger("durumi.limits.factor", 1);
        IntStream.range(0, usual).parallel().forEach(each -> admin.again().get(address));
        Caller.Answer answer = admin.get(address);
        for (int more = 0; more < usual && answer.status() == 404; more++) {
            // Some have been allowed again in the meantime.
            answer = admin.get(address);
        }
        assertEquals(429, answer.status());
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
        assertFalse(answer.text().contains("C-2026-000000</"));
        assertEquals(
                "EXPORT REFUSED",
                Intake.value(
                        "select action, outcome from access_entry where request_id = ?",
                        UUID.fromString(answer.requestId())));
        assertEquals(200, admin.get("/sessions").status());
        try (Visit visit = browser.signedIn("admin")) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                visit.open("/my-session");
                visit.speak(language);
                int status = 404;
                for (int more = 0; more < usual && status == 404; more++) {
                    status = visit.open(address).status();
                }
                assertEquals(429, status);
                visit.assertAccessible();
                visit.screenshot("too-many-" + language);
            }
        }
    }

    private static com.microsoft.playwright.Locator warning(Page page) {
        return page.locator("dialog.idle");
    }

    private static void change(String sql, String user) throws SQLException {
        try (Connection owner = Stack.running().asOwner();
                PreparedStatement update = owner.prepareStatement(sql)) {
            update.setString(1, user);
            assertEquals(1, update.executeUpdate());
            new SessionRows(Stack.running().keys()).sign(owner, user);
        }
    }
}
