package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How pages look by day, by night and on paper, and where single keys lead, as each person chose for themselves. */
class LookPageIT {
    private static final String DAY = "rgb(245, 246, 248)";
    private static final String NIGHT = "rgb(19, 21, 24)";

    @AfterEach
    void everybody_has_what_is_usual_again() throws SQLException {
        Intake.rows(
                "update staff_member set theme = 'SYSTEM', density = 'COMFORTABLE', shortcuts = true returning handle");
    }

    @Test
    void the_pages_that_matter_most_are_read_by_day_and_by_night() {
        String number = Intake.opensCase(Caller.signedIn("haneul"));
        Map<String, List<String>> pages = Map.of(
                "haneul",
                List.of(
                        "/cases",
                        "/cases/" + number,
                        "/cases/" + number + "/people",
                        "/cases/" + number + "/people/A",
                        "/cases/" + number + "/timeline",
                        "/cases/" + number + "/stages/new",
                        "/cases/" + number + "/about",
                        "/cases/intake",
                        "/notices",
                        "/my-settings",
                        "/help",
                        "/what-is-new"),
                "seo",
                List.of("/review", "/cases", "/help"),
                "ohjin",
                List.of("/access-log", "/help"),
                "admin",
                List.of("/norm-prices", "/sessions", "/help"));
        try (Browser browser = Browser.open()) {
            pages.forEach((account, paths) -> {
                try (Visit visit = browser.signedIn(account)) {
                    for (String path : paths) {
                        assertEquals(200, visit.open(path).status(), path);
                        visit.assertAccessible();
                    }
                    visit.assertNoComplaints();
                }
            });
        }
    }

    @Test
    void the_colours_follow_the_device_until_somebody_chooses_and_paper_is_light() {
        try (Browser browser = Browser.open()) {
            try (Visit visit = browser.signedIn("yun")) {
                Page page = visit.page();
                visit.open("/cases");
                assertEquals(DAY, ground(page));
                look(page, ColorScheme.DARK, Media.SCREEN);
                assertEquals(NIGHT, ground(page));
                look(page, ColorScheme.LIGHT, Media.SCREEN);

                choose(visit, "DARK", "COMPACT");
                assertEquals(NIGHT, ground(page));
                assertThat(page.locator("html")).hasAttribute("data-density", "compact");
                look(page, ColorScheme.DARK, Media.PRINT);
                assertEquals("rgb(0, 0, 0)", page.evaluate("getComputedStyle(document.body).color"));
                visit.assertNoComplaints();
            }
            try (Visit again = browser.signedIn("yun")) {
                again.open("/cases");
                assertEquals(NIGHT, ground(again.page()), "it is kept for the next session");

                choose(again, "LIGHT", "COMFORTABLE");
                look(again.page(), ColorScheme.DARK, Media.SCREEN);
                assertEquals(DAY, ground(again.page()));
            }
        }
    }

    @Test
    void compact_shows_more_and_leaves_room_for_a_finger() {
        try (Browser browser = Browser.open();
                Visit visit = browser.signedIn("haneul")) {
            Page page = visit.page();
            visit.open("/cases");
            int before = height(page);
            choose(visit, "SYSTEM", "COMPACT");
            visit.open("/cases");
            assertTrue(height(page) < before * 0.9, () -> height(page) + " after " + before);
            visit.assertAccessible();
            assertEquals(
                    List.of(),
                    page.evaluate(
                            "() => [...document.querySelectorAll('.button, main input:not([type=hidden]), main select')]"
                                    + ".filter(each => each.offsetParent && each.getBoundingClientRect().height < 24)"
                                    + ".map(each => each.outerHTML)"));
        }
    }

    @Test
    void keys_lead_to_pages_on_any_keyboard_and_never_while_somebody_types() {
        try (Browser browser = Browser.open();
                Visit visit = browser.signedIn("haneul")) {
            Page page = visit.page();
            visit.open("/cases");

            page.keyboard().press("g");
            page.keyboard().press("t");
            page.waitForURL("**/tasks");
            page.keyboard().press("/");
            page.waitForURL("**/cases#number");
            assertThat(page.locator("#number")).isFocused();
            page.keyboard().type("gtn?");
            assertThat(page.locator("#number")).hasValue("gtn?");

            visit.open("/cases");
            page.keyboard().press("/");
            assertThat(page.locator("#number")).isFocused();

            // The letter ㅊ stands where C is; of a syllable that is being composed nothing counts.
            visit.open("/tasks");
            press(page, "ㅎ", "KeyG", "isComposing: true");
            press(page, "ㅊ", "KeyC", "isComposing: true");
            press(page, "n", "KeyN", "ctrlKey: true");
            press(page, "n", "KeyN", "repeat: true");
            press(page, "r", "KeyR", "");
            assertThat(page).hasURL(Pattern.compile("/tasks$"));
            press(page, "ㅎ", "KeyG", "");
            press(page, "ㅊ", "KeyC", "");
            page.waitForURL("**/cases");

            page.keyboard().press("Shift+?");
            page.waitForURL("**/help");
            assertThat(page.locator("#keys")).containsText("g");

            page.locator("#keys a").click();
            page.locator("#shortcuts").uncheck();
            new Pen(page).send();
            assertThat(page.locator(".notice")).isVisible();
            page.keyboard().press("?");
            page.keyboard().press("n");
            assertThat(page).hasURL(Pattern.compile("/my-settings$"));
            assertThat(page.locator("html")).not().hasAttribute("data-keys", Pattern.compile(".*"));
            visit.assertNoComplaints();
        }
    }

    @Test
    void a_dot_stands_at_the_foot_until_somebody_has_seen_what_is_new() throws SQLException {
        Intake.rows("update staff_member set news_seen = 0 where handle = 'yun' returning handle");
        Caller yun = Caller.signedIn("yun");
        assertEquals(1, yun.get("/cases").document().select(".foot .unseen").size());
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            yun.post("/language", "language", language.getLanguage(), "back", "/");
            assertTrue(yun.get("/what-is-new").document().select("main li").size() > 3);
        }
        assertEquals(1, yun.get("/cases").document().select(".foot .unseen").size(), "to read it changes nothing");
        Form button = Form.on(yun.get("/what-is-new")).stream()
                .filter(each -> each.post() && each.action().equals("/what-is-new"))
                .findFirst()
                .orElseThrow();
        assertEquals(303, yun.post(button.action()).status());
        assertEquals(0, yun.get("/cases").document().select(".foot .unseen").size());
        assertTrue(Form.on(yun.get("/what-is-new")).stream()
                .noneMatch(each -> each.action().equals("/what-is-new")));
    }

    private static void choose(Visit visit, String theme, String density) {
        visit.open("/my-settings");
        Pen pen = new Pen(visit.page());
        pen.choose("theme", theme);
        pen.choose("density", density);
        pen.send();
        assertThat(visit.page().locator(".notice")).isVisible();
    }

    private static void press(Page page, String key, String code, String more) {
        page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '" + key + "', code: '" + code
                + "', bubbles: true, cancelable: true" + (more.isEmpty() ? "" : ", " + more) + " }))");
    }

    private static void look(Page page, ColorScheme scheme, Media media) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setMedia(media));
    }

    private static Object ground(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static int height(Page page) {
        return ((Number) page.evaluate("document.querySelector('main').scrollHeight")).intValue();
    }
}
