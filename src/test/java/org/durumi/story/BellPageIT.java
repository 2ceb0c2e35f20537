package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.durumi.identity.session.SessionRows;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has a page open hears of an arrest while they type; with the session that ends; and a phone finds one's own things. */
class BellPageIT {
    private static final String SEO = "00000000-0000-4000-8000-0000000000a3";
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private static Browser browser;
    private static Caller haneul;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        haneul = Caller.signedIn("haneul");
        haneul.post("/language", "language", "en", "back", "/");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void an_arrest_reaches_the_supervisors_open_page_within_five_seconds_and_takes_nothing_from_it()
            throws SQLException {
        String number = Intake.opensCase(haneul);
        try (Visit seo = browser.signedIn("seo").speak(Locale.ENGLISH)) {
            seo.open("/cases");
            Page page = seo.page();
            Locator bell = page.locator("[data-bell]");
            assertTrue(bell.getAttribute("href").endsWith("/review"), "where a supervisor's day begins");
            int before =
                    Integer.parseInt(bell.locator("[data-number]").textContent().replace("+", ""));
            assertThat(page).hasTitle(Pattern.compile("^\\(" + before + "\\+?\\) .*"));
            change("update staff_session set touched = now() - interval '2 minutes',"
                    + " idle_until = now() + interval '13 minutes' where user_id = ?");
            page.fill("#number", "half");

            arrest(number);
            long began = System.nanoTime();
            Locator bar = page.locator(".told-bar[role=alert]").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(bar).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(AT_MOST.toMillis()));
            System.out.println("an arrest stood on the open page after "
                    + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");

            assertThat(bar).containsText("A critical alert was raised");
            assertEquals("/cases/" + number, bar.locator("a").getAttribute("href"));
            assertThat(bell.locator("[data-number]"))
                    .not()
                    .hasText(Integer.toString(before), new LocatorAssertions.HasTextOptions().setTimeout(5_000));
            assertThat(page).hasTitle(Pattern.compile("^\\([1-9]\\d*\\+?\\) .*"), new PageAssertions.HasTitleOptions());
            assertThat(page.locator("#number")).isFocused();
            assertThat(page.locator("#number")).hasValue("half");
            seo.assertAccessibleAsItStands();
            seo.screenshot("bell-told-en");
            page.evaluate("() => fetch('/notices/events', { redirect: 'manual' })");
            assertEquals(
                    "t",
                    Intake.value(
                            "select touched < now() - interval '110 seconds' from staff_session where user_id = ?",
                            SEO),
                    "what a page hears by itself keeps nobody signed in");
            bar.locator("button").click();
            assertThat(bar).hasCount(0);
            seo.assertNoComplaints();
        }
    }

    @Test
    void one_tab_listens_for_all_and_what_it_hears_stands_in_each() {
        String number = Intake.opensCase(haneul);
        try (Visit seo = browser.signedIn("seo").speak(Locale.ENGLISH)) {
            seo.open("/cases");
            Page other = seo.context().newPage();
            other.navigate("/review");
            assertThat(other).hasTitle(Pattern.compile("^\\(\\d+\\+?\\) .*"));
            arrest(number);
            for (Page each : new Page[] {seo.page(), other}) {
                assertThat(each.locator(".told-bar").filter(new Locator.FilterOptions().setHasText(number)))
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(AT_MOST.toMillis()));
            }
            seo.assertNoComplaints();
        }
    }

    @Test
    void when_the_session_ends_somewhere_else_the_open_page_is_covered() throws SQLException {
        try (Visit seo = browser.signedIn("seo")) {
            seo.open("/cases");
            assertThat(seo.page()).hasTitle(Pattern.compile("^\\(\\d+\\+?\\) .*"));
            change("update staff_session set idle_until = now() - interval '1 second' where user_id = ?");
            assertThat(seo.page().locator("#idle-over-title"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
        }
    }

    @Test
    void a_phone_finds_ones_own_things_without_a_script() {
        for (Locale language : new Locale[] {Locale.KOREAN, Locale.ENGLISH}) {
            try (Visit yun = browser.guest(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(390, 844)
                            .setJavaScriptEnabled(false))
                    .signIn("yun")
                    .speak(language)) {
                yun.open("/cases");
                Page page = yun.page();
                assertThat(page.locator("[data-bell]")).isVisible();
                assertThat(page.locator(".mine a[href='/notices']")).isHidden();
                page.click(".mine > summary");
                for (String each : new String[] {
                    "a[href='/my-session']", "a[href='/notices']", ".language button", "form[action='/sign-out'] button"
                }) {
                    assertThat(page.locator(".mine " + each)).isVisible();
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target/screenshots/bell-mine-390-" + language + ".png")));
                page.click(".mine a[href='/notices']");
                assertThat(page.locator("h1")).isVisible();
                assertTrue(page.url().endsWith("/notices"));
            }
        }
    }

    private static void arrest(String number) {
        try {
            String participant = Intake.value(
                    "select p.id || '.' || p.version from participant p join case_file f on f.id = p.case_id"
                            + " where f.number = ? and p.label = 'A'",
                    number);
            Caller.Answer answer = haneul.post(
                    "/cases/" + number + "/stages/new?stage=DETENTION",
                    "once",
                    UUID.randomUUID().toString(),
                    "who[]",
                    participant,
                    "happened",
                    Intake.today(),
                    "happened.qualifier",
                    "EXACT",
                    "happened.words",
                    "",
                    "place",
                    "Mengla",
                    "place.country",
                    "CN",
                    "knownOn",
                    Intake.today(),
                    "certainty",
                    "CONFIRMED",
                    "reason",
                    "told by a cousin",
                    "authority",
                    "police",
                    "facility",
                    "border post",
                    "acknowledged",
                    "NO",
                    "goalKnown",
                    "SUSPECTED");
            assertEquals(303, answer.status());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection owner = Stack.running().asOwner();
                PreparedStatement update = owner.prepareStatement(sql)) {
            update.setString(1, SEO);
            assertEquals(1, update.executeUpdate());
            new SessionRows(Stack.running().keys()).sign(owner, SEO);
        }
    }
}
