package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever leaves a half-filled form otherwise than by sending or cancelling it gets it back, or is asked once. */
class KeptFormsPageIT {
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";
    private static final String SAID = "She waits at the third house, 세 번째 집.";
    private static final String INTAKE = "/cases/new?kind=PAIR";

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
    void on_every_page_with_a_form_the_language_switch_belongs_to_it() {
        Scene scene = Scene.of("haneul");
        List<String> forms = new ArrayList<>();
        Stream.of("haneul", "seo", "admin", "ohjin")
                .map(Caller::signedIn)
                .forEach(caller -> RouteTable.routes().stream()
                        .filter(route -> !route.changes()
                                && !route.path().contains("*")
                                && !route.path().endsWith(".pdf")
                                && !RouteTable.OF_THE_SIGN_IN.contains(route))
                        .forEach(route -> {
                            Caller.Answer answer = caller.get(scene.address(route));
                            Element form = answer.document().getElementById("form");
                            String where = route + ": " + answer.status();
                            boolean keeps = form != null
                                    && !List.of("/unlock", "/search", "/cases").contains(route.path());
                            assertEquals(
                                    keeps,
                                    !answer.document()
                                            .select(".language button[form=form][formaction]")
                                            .isEmpty(),
                                    where);
                            if (keeps) {
                                forms.add(route.path());
                            }
                        }));
        assertTrue(forms.size() > 12, forms::toString);
    }

    @Test
    void a_change_of_the_language_brings_everything_along_without_a_script() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        Caller.Answer blank = haneul.get(INTAKE);
        String to = blank.document().expectFirst(".language button[formaction]").attr("formaction");
        String[] typed = filled(blank, Map.of("person1.hangul", "박봄이", "priority", "URGENT"));
        Caller.Answer switched = haneul.post(to, with(typed, "language", "en"));
        assertEquals(303, switched.status());
        Caller.Answer english = haneul.follow(switched);

        assertEquals("en", english.document().expectFirst("html").attr("lang"));
        assertTrue(english.text().contains(SAID));
        assertEquals("박봄이", value(english, "person1.hangul"));
        assertEquals(
                "URGENT",
                english.document().expectFirst("input[name=priority][checked]").val());
        assertFalse(switched.header("Location").contains("%"), "nothing that was typed stands in the address");
        Caller.Answer korean = haneul.follow(haneul.post(
                english.document().expectFirst(".language button[formaction]").attr("formaction"),
                with(filled(english, Map.of()), "language", "ko")));
        assertTrue(korean.text().contains(SAID));
        assertEquals("ko", korean.document().expectFirst("html").attr("lang"));
    }

    @Test
    void a_person_taken_away_comes_back_with_another_and_another_kind_of_case_keeps_what_was_typed() {
        Caller haneul = Caller.signedIn("haneul");
        String[] typed = filled(haneul.get(INTAKE), Map.of("person2.hangul", "박여름"));
        Caller.Answer one = haneul.post(INTAKE, with(typed, "do", "remove"));
        assertEquals(
                0,
                one.document()
                        .select("input[name=person2.hangul]:not([type=hidden])")
                        .size());
        Caller.Answer two = haneul.post(INTAKE, with(filled(one, Map.of()), "do", "add"));
        assertEquals("박여름", value(two, "person2.hangul"));

        Caller.Answer kinds = haneul.follow(haneul.post(INTAKE, with(filled(two, Map.of()), "do", "kind")));
        String kept = kinds.document().expectFirst("main form input[name=kept]").val();
        Caller.Answer family = haneul.get("/cases/new?kind=FAMILY&kept=" + kept);
        assertEquals("박여름", value(family, "person2.hangul"));
        assertTrue(family.text().contains(SAID));
        assertEquals(
                "/cases/new?kind=FAMILY", family.document().expectFirst("#form").attr("action"));
        assertEquals(
                1,
                haneul.get("/cases/new?kind=INDIVIDUAL&kept=" + kept)
                        .document()
                        .select("fieldset.person")
                        .size());
    }

    @Test
    void what_is_too_much_is_given_back_on_its_page() {
        Caller haneul = Caller.signedIn("haneul");
        String address = "/cases/" + Intake.opensCase(haneul) + "/attempts/new";
        String[] nobody = Stream.generate(
                        () -> List.of("participant[]", UUID.randomUUID().toString()))
                .limit(200)
                .flatMap(List::stream)
                .toArray(String[]::new);
        for (String[] much :
                List.of(with(nobody, "consequences", SAID), new String[] {"consequences", SAID + "x".repeat(100 * 1024)
                })) {
            Caller.Answer again = haneul.follow(haneul.post(address, much));
            assertEquals(200, again.status());
            assertTrue(again.document()
                    .expectFirst("textarea[name=consequences]")
                    .val()
                    .startsWith(SAID));
            assertThatNoticeWaits(again);
        }
    }

    @Test
    void whoever_lost_their_right_gets_their_words_on_the_page_that_says_so() {
        Caller haneul = Caller.signedIn("haneul");
        String[] typed = filled(haneul.get("/cases/" + Intake.opensCase(haneul) + "/attempts/new"), Map.of());
        Caller.Answer refused = haneul.post("/cases/C-2026-ZZZZZZ/attempts/new", typed);
        assertEquals(404, refused.status());
        assertEquals(SAID, refused.document().expectFirst("#typed").val());
        assertEquals(
                0,
                haneul.get("/cases/C-2026-ZZZZZZ/attempts/new")
                        .document()
                        .select("#typed")
                        .size());
    }

    @Test
    void whoever_types_while_the_case_is_closed_gets_their_words_back() {
        String number = Intake.opensCase(Caller.signedIn("haneul"));
        try (Visit haneul = browser.signedIn("haneul")) {
            Page page = haneul.page();
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                haneul.open("/cases");
                haneul.speak(language);
                haneul.open("/cases/" + number + "/attempts/new");
                page.locator("input[name='participant[]']").first().check();
                page.locator("input[name=outcome]").first().check();
                page.fill("textarea[name=consequences]", SAID);
                Caller seo = Caller.signedIn("seo");
                assertEquals(
                        303,
                        seo.post("/cases/" + number + "/closure", "closeReason", "WITHDRAWN", "why", "they asked us to")
                                .status());
                page.locator("#form .actions button").first().click();
                Locator said = page.locator("#typed, textarea[name=consequences]");
                assertThat(said).hasValue(SAID);
                haneul.screenshot("closed-meanwhile-" + language);
                page.setViewportSize(390, 844);
                haneul.screenshot("closed-meanwhile-narrow-" + language);
                page.setViewportSize(1280, 900);
                haneul.assertAccessible();
                assertEquals(
                        303,
                        seo.post("/cases/" + number + "/closure/reopening", "why", "they called again")
                                .status());
            }
            haneul.assertNoComplaints();
        }
    }

    @Test
    void a_link_asks_once_and_neither_the_language_nor_cancel_does() {
        try (Visit yun = browser.signedIn("yun")) {
            Page page = yun.page();
            yun.open(INTAKE);
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            page.click(".main-nav a >> nth=1");
            page.waitForURL(url -> url.endsWith("/brokers"));
            assertEquals(List.of(), asked, "nothing was typed");

            yun.open(INTAKE);
            // Without a touch of its person a browser asks nothing.
            page.click("textarea[name=reason]");
            page.fill("textarea[name=reason]", SAID);
            page.locator(".main-nav a").nth(1).dispatchEvent("click");
            page.waitForCondition(() -> !asked.isEmpty());
            assertEquals(List.of("beforeunload"), asked);
            assertEquals(SAID, page.inputValue("textarea[name=reason]"));
            boolean english = page.getAttribute("html", "lang").equals("en");
            for (Locale language :
                    List.of(english ? Locale.KOREAN : Locale.ENGLISH, english ? Locale.ENGLISH : Locale.KOREAN)) {
                yun.speak(language);
                assertEquals(SAID, page.inputValue("textarea[name=reason]"));
                assertThat(page.locator(".notice")).isVisible();
                yun.screenshot("form-language-" + language);
                page.setViewportSize(390, 844);
                yun.screenshot("form-language-narrow-" + language);
                page.setViewportSize(1280, 900);
                yun.assertAccessible();
            }
            page.click("#form .actions a");
            page.waitForURL(url -> url.endsWith("/cases"));
            assertEquals(1, asked.size(), "neither the language nor cancel asked");
            yun.assertNoComplaints();
        }
    }

    @Test
    void enter_in_a_field_sends_the_form_and_does_not_change_the_language() {
        try (Visit yun = browser.signedIn("yun")) {
            yun.open(INTAKE).url();
            String language = yun.page().locator("html").getAttribute("lang");
            yun.page().press("input[name='person1.hangul']", "Enter");
            yun.page().waitForSelector("[data-focus]");
            assertEquals(language, yun.page().locator("html").getAttribute("lang"));
        }
    }

    @Test
    void a_form_whose_answer_does_not_come_may_be_sent_again() {
        try (Visit yun = browser.signedIn("yun")) {
            Page page = yun.page();
            page.clock().install();
            yun.open("/brokers/new");
            // The answer never comes: as if the line were dead.
            page.evaluate("() => { window.sent = 0; window.addEventListener('submit', event => {"
                    + " window.sent += event.defaultPrevented ? 0 : 1; event.preventDefault(); }); }");
            String send = "#form .actions button >> nth=0";
            page.click(send);
            page.dispatchEvent(send, "click");
            assertThat(page.locator("#form")).hasAttribute("aria-busy", "true");
            page.clock().fastForward(9_000);
            assertThat(page.locator("#form[aria-busy]")).hasCount(0);
            page.click(send);
            assertThat(page.locator("#form")).hasAttribute("aria-busy", "true");
            page.evaluate("() => window.navigation.dispatchEvent(new Event('navigateerror'))");
            assertThat(page.locator("#form[aria-busy]")).hasCount(0);
            assertEquals(2, page.evaluate("() => window.sent"), "the second press of three did nothing");
        }
    }

    @Test
    void who_leaves_quickly_is_asked_nothing_and_gets_the_form_back_once_after_signing_in() throws SQLException {
        try (Visit yun = browser.signedIn("yun")) {
            String before = newestKept();
            leave(yun, INTAKE);
            // It is kept after the session has ended: nobody who leaves waits for it.
            yun.page().waitForCondition(() -> !before.equals(newestKept()));
            assertFalse(Intake.value("select sealed from kept_form where user_id = ?", YUN)
                    .contains("third"));
            assertEquals("", Intake.value("select user_id from staff_session where user_id = ?", YUN));
        }
        try (Visit haneul = browser.signedIn("haneul")) {
            haneul.open(INTAKE);
            assertEquals("", haneul.page().inputValue("textarea[name=reason]"), "somebody else gets nothing");
        }
        try (Visit yun = browser.signedIn("yun")) {
            Page page = yun.page();
            assertThat(page.locator(".notice a[href='/kept-forms']")).isVisible();
            yun.screenshot("left-offered");
            yun.assertAccessible();
            page.click(".notice a");
            assertEquals(SAID, page.inputValue("textarea[name=reason]"));
            assertFalse(page.url().contains("third"));
            yun.screenshot("left-given-back");
            page.reload();
            assertEquals(SAID, page.inputValue("textarea[name=reason]"), "it survives a reload");
            yun.open(INTAKE);
            assertEquals("", page.inputValue("textarea[name=reason]"), "it comes by itself only once");

            leave(yun, INTAKE);
        }
        try (Visit yun = browser.signedIn("yun")) {
            yun.open("/cases/new?kind=FAMILY");
            assertEquals("", yun.page().inputValue("textarea[name=reason]"), "another form");
            yun.open(INTAKE);
            assertEquals(SAID, yun.page().inputValue("textarea[name=reason]"), "a visit of the form itself");
            assertThat(yun.page().locator(".notice")).isVisible();
        }
    }

    /** Types something into a form and presses the key three times. */
    private static void leave(Visit visit, String address) throws SQLException {
        Page page = visit.page();
        String away = page.getAttribute("[data-leave]", "href");
        page.route(away, route -> route.fulfill(new FulfillOptions().setBody("weather")));
        page.onDialog(Dialog::dismiss);
        visit.open(address);
        page.fill("textarea[name=reason]", SAID);
        for (int press = 0; press < 3; press++) {
            page.keyboard().press("Escape");
        }
        page.waitForURL(away);
        page.waitForCondition(() -> signedOut());
        assertEquals(0, ((Number) page.evaluate("() => localStorage.length + sessionStorage.length")).intValue());
    }

    private static boolean signedOut() {
        return ofYun("select user_id from staff_session where user_id = ?").isEmpty();
    }

    private static String newestKept() {
        return ofYun("select id from kept_form where user_id = ? order by kept desc limit 1");
    }

    private static String ofYun(String query) {
        try {
            return Intake.value(query, YUN);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The fields of the form on a page as they stand, with some answered and this said where there is room. */
    private static String[] filled(Caller.Answer page, Map<String, String> answers) {
        return Form.on(page)
                .get(0)
                .filled(answers, name -> name.equals("reason") || name.equals("consequences") ? SAID : "");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String value(Caller.Answer page, String field) {
        return page.document()
                .expectFirst("input[name=" + field + "]:not([type=hidden])")
                .val();
    }

    private static void assertThatNoticeWaits(Caller.Answer page) {
        assertEquals(1, page.document().select(".notice.waits").size());
    }
}
