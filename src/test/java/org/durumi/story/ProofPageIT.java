package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import org.durumi.identity.session.SessionRows;
import org.durumi.launcher.DemoRealm;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who approves or exports proves anew who they are; what was typed before outlives every proof, for its sender alone. */
class ProofPageIT {
    private static final String HANEUL = "00000000-0000-4000-8000-0000000000a1";
    private static final String SEO = "00000000-0000-4000-8000-0000000000a3";

    private static final String ADMIN = "00000000-0000-4000-8000-0000000000a6";

    private static Browser browser;
    private static String number;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        number = Intake.opensCase(Caller.signedIn("haneul"));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void an_approval_with_an_old_sign_in_asks_for_the_password_and_keeps_the_form() throws SQLException {
        String address = "/cases/" + number + "/closure";
        try (Visit seo = browser.signedIn("seo")) {
            seo.open(address);
            String before = cookie(seo);
            seo.page().locator("input[name=closeReason]").last().check();
            seo.page().fill("#why", "recorded twice");
            age(SEO);
            send(seo);

            assertTrue(seo.page().url().contains("/kept-forms/"), seo.page().url());
            String kept = seo.page().url().substring(seo.page().url().lastIndexOf('/') + 1);
            assertEquals("", closedAt(), "nothing was carried out");
            seo.assertAccessible();
            look(seo, "confirm");
            seo.page().click("main a.button >> nth=0");
            assertEquals(
                    0,
                    seo.page().locator("#username:not([type=hidden]):enabled").count());
            seo.page().fill("#password", DemoRealm.PASSWORD);
            seo.page().click("#kc-login");

            seo.page().waitForURL(url -> url.contains(address));
            assertThat(seo.page().locator(".notice")).isVisible();
            assertTrue(seo.page().locator("input[name=closeReason]").last().isChecked());
            assertNotEquals(before, cookie(seo), "the session has another name");
            assertEquals(
                    "t",
                    Intake.value(
                            "select auth_time > now() - interval '1 minute' from staff_session where user_id = ?",
                            SEO));
            look(seo, "confirmed");
            send(seo);
            assertNotEquals("", closedAt());
            assertEquals("", Intake.value("select id from kept_form where id = ?::uuid", kept), "it was used");
            seo.assertNoComplaints();
        }
    }

    @Test
    void an_export_with_an_old_sign_in_comes_after_the_password() throws SQLException {
        try (Visit haneul = browser.signedIn("haneul")) {
            haneul.open("/cases/" + number);
            age(HANEUL);
            Page tab = haneul.page();
            tab.navigate("/cases/" + number + "/summary.pdf");
            assertTrue(tab.url().startsWith(Stack.running().issuer()), tab.url());
            String entries = "select count(*) from access_entry where actor = ? and action = ?";
            String signIns = Intake.value(entries, HANEUL, "SIGN_IN");
            tab.fill("#password", DemoRealm.PASSWORD);
            assertEquals(
                    200,
                    haneul.context()
                            .request()
                            .get(Stack.running().baseUrl() + "/cases/" + number)
                            .status());
            tab.onDownload(download -> download.cancel());
            tab.click("#kc-login");
            tab.waitForCondition(() -> signInsOf(entries) > Integer.parseInt(signIns));
            assertEquals(
                    200,
                    haneul.context()
                            .request()
                            .get(Stack.running().baseUrl() + "/cases/" + number + "/summary.pdf")
                            .status());
        }
    }

    @Test
    void the_password_of_somebody_else_confirms_nothing() throws SQLException {
        Caller seo = Caller.signedIn("seo");
        age(SEO);
        Caller.Answer kept = seo.post("/cases/" + number + "/closure/reopening", "why", "they called again");
        assertEquals(303, kept.status());
        String path =
                kept.header("Location").substring(Stack.running().baseUrl().length());
        assertEquals(200, seo.get(path).status());

        Caller haneul = Caller.signedIn("haneul");
        assertEquals(404, haneul.get(path).status());
        assertFalse(haneul.get("/cases/" + number + "/closure?kept=" + path.substring(path.lastIndexOf('/') + 1))
                .text()
                .contains("name=\"kept\""));
    }

    @Test
    void what_was_typed_outlives_an_ended_session_and_nobody_else_gets_it() throws SQLException {
        String said = "She waits at the third house, 세 번째 집.";
        try (Visit haneul = browser.signedIn("haneul")) {
            haneul.open("/cases/new?kind=INDIVIDUAL");
            haneul.page().fill("textarea[name=reason]", said);
            String once = haneul.page().inputValue("input[name=once]");
            end(HANEUL);
            send(haneul);

            assertThat(haneul.page().locator("h1")).isVisible();
            assertFalse(haneul.page().content().contains("name=\"username\""), "first a word, then the sign-in");
            haneul.assertAccessible();
            look(haneul, "form-kept");
            String path = haneul.page().getAttribute("main a.button", "href");
            assertTrue(path.startsWith("/sign-in?to="), path);
            haneul.page().click("main a.button");
            fillIn(haneul, "haneul");

            haneul.page().waitForURL(url -> url.contains("/cases/new"));
            assertEquals(said, haneul.page().inputValue("textarea[name=reason]"));
            assertEquals(once, haneul.page().inputValue("input[name=once]"));
            look(haneul, "form-again");
            haneul.assertNoComplaints();

            String kept = haneul.page().url();
            kept = kept.substring(kept.indexOf("kept=") + 5);
            try (Visit yun = browser.signedIn("yun")) {
                assertEquals(404, yun.open("/kept-forms/" + kept).status());
                yun.open("/cases/new?kind=INDIVIDUAL&kept=" + kept);
                assertEquals("", yun.page().inputValue("textarea[name=reason]"));
            }
            assertFalse(Intake.value("select sealed from kept_form where user_id = ?", HANEUL)
                    .contains("third"));
        }
    }

    @Test
    void somebody_else_who_signs_in_at_the_same_machine_gets_nothing() throws SQLException {
        try (Visit visit = browser.signedIn("haneul")) {
            visit.open("/cases/new?kind=INDIVIDUAL");
            visit.page().fill("textarea[name=reason]", "not for yun");
            end(HANEUL);
            send(visit);
            visit.page().click("main a.button");
            fillIn(visit, "yun");
            visit.page().waitForURL(url -> url.contains("/kept-forms/"));
            assertFalse(visit.page().content().contains("not for yun"));
            assertThat(visit.page().locator(".failure h1")).isVisible();
        }
    }

    @Test
    void what_unlocks_the_vault_is_kept_nowhere() throws SQLException {
        Caller admin = Caller.signedIn("admin");
        age(ADMIN);
        Caller.Answer answer = admin.post("/unlock", "part", "half of a key");
        assertEquals(Stack.running().baseUrl() + "/sign-in/again?to=%2Funlock", answer.header("Location"));
        end(ADMIN);
        assertEquals(401, admin.post("/unlock", "part", "half of a key").status());
        assertEquals("", Intake.value("select id from kept_form where user_id = ?", ADMIN));
    }

    @Test
    void a_form_with_the_token_of_nobody_is_not_kept() {
        Caller guest = Caller.guest();
        Caller.Answer answer =
                guest.send(guest.form("/cases/new?kind=INDIVIDUAL", "token=" + "x".repeat(43) + "&reason=a"));
        assertEquals(401, answer.status());
    }

    @Test
    void an_open_page_of_an_earlier_session_of_the_same_person_keeps_its_form_too() throws SQLException {
        Caller first = Caller.signedIn("haneul");
        Caller second = Caller.signedIn("haneul");
        Caller.Answer kept = second.send(second.form(
                "/cases/new?kind=INDIVIDUAL",
                "token=" + first.token() + "&" + Caller.encoded("reason", "typed earlier")));
        assertEquals(303, kept.status());
        Caller.Answer form = second.follow(second.send(second.request("/")
                .uri(java.net.URI.create(kept.header("Location")))
                .GET()));
        assertTrue(form.text().contains("typed earlier"));
        for (String token : new String[] {"x".repeat(43), first.token()}) {
            assertEquals(
                    403, second.send(second.form("/language", "token=" + token)).status());
        }
    }

    @Test
    void what_was_typed_about_a_phone_is_kept_as_well_as_an_intake() {
        Caller first = Caller.signedIn("haneul");
        String open = Intake.opensCase(first);
        Caller second = Caller.signedIn("haneul");
        Caller.Answer kept = second.send(second.form(
                "/cases/" + open + "/devices/new",
                "token=" + first.token() + "&" + Caller.encoded("label", "the phone of the aunt")));
        assertEquals(303, kept.status());
        Caller.Answer form = second.follow(second.send(second.request("/")
                .uri(java.net.URI.create(kept.header("Location")))
                .GET()));
        assertTrue(form.text().contains("value=\"the phone of the aunt\""));
    }

    private static void send(Visit visit) {
        visit.page().locator("main form.form .actions button").click();
        visit.page().waitForLoadState();
    }

    private static void fillIn(Visit visit, String account) {
        visit.page().fill("#username", account);
        visit.page().fill("#password", DemoRealm.PASSWORD);
        visit.page().click("#kc-login");
    }

    private static void look(Visit visit, String name) {
        String url = visit.page().url();
        visit.screenshot(name);
        if (visit.page().locator(".language button").count() > 0) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.KOREAN}) {
                visit.speak(language).screenshot(name + "-" + language);
            }
            visit.page().navigate(url);
        }
    }

    private static String cookie(Visit visit) {
        return visit.context().cookies(Stack.running().baseUrl()).stream()
                .filter(cookie -> cookie.name.equals("__Host-durumi"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    private static int signInsOf(String entries) {
        try {
            return Integer.parseInt(Intake.value(entries, HANEUL, "SIGN_IN"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String closedAt() throws SQLException {
        return Intake.value("select number from case_file where number = ? and closed_at is not null", number);
    }

    /** Makes the sign-in of a person six minutes old. */
    private static void age(String user) throws SQLException {
        change("update staff_session set auth_time = auth_time - interval '6 minutes' where user_id = ?", user);
    }

    /** Lets the session of a person be idle for too long. */
    private static void end(String user) throws SQLException {
        change("update staff_session set idle_until = now() - interval '1 second' where user_id = ?", user);
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
