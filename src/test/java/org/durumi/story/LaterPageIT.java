package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long form is kept, gone on with on another machine, handed over by a supervisor, and gone once it was sent. */
class LaterPageIT {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String TYPED = "Her aunt saw her on the bridge at dusk: lapwing-in-fog";

    private static final String HANEUL = "00000000-0000-4000-8000-0000000000a1";
    private static final String YUN = "00000000-0000-4000-8000-0000000000a2";

    private String number;

    @BeforeEach
    void a_case_of_two() {
        Caller haneul = Caller.signedIn("haneul");
        haneul.post("/language", "language", "en", "back", "/");
        number = Intake.opensCase(haneul);
    }

    @Test
    void a_stage_is_typed_kept_resumed_elsewhere_handed_over_and_sent_once() throws SQLException {
        try (Browser browser = Browser.open();
                Visit desk = browser.signedIn("haneul").speak(Locale.ENGLISH)) {
            Page page = desk.page();
            desk.open(here("/stages/new?for%5B%5D=A&stage=CONTACT_LOST"));
            new Pen(page).write("reason", TYPED);
            page.locator("button[formaction^='/drafts/later']").click();
            assertThat(page.locator(".notice")).hasText(TEXTS.text("notice.draft.kept"));
            assertThat(page.locator(".drafts li:has-text('" + number + "')"))
                    .containsText(TEXTS.text("stage.title", "A", Stage.CONTACT_LOST));
            desk.assertAccessible();
            desk.screenshot("later-mine");
        }
        assertEquals("1 0", kept());
        String draft = Intake.value("select id from draft where number = ?", number);

        try (Browser another = Browser.open();
                Visit elsewhere = another.signedIn("haneul").speak(Locale.ENGLISH)) {
            Page page = elsewhere.page();
            elsewhere.open("/cases");
            page.locator(".drafts li:has-text('" + number + "') button").click();
            assertThat(page.locator("[name=reason]")).hasValue(TYPED);
            new Pen(page).write("reason", TYPED + ", and again on Sunday");
            page.locator("button[formaction^='/drafts/later']").click();
            assertThat(page.locator(".notice")).hasText(TEXTS.text("notice.draft.kept"));
        }
        assertEquals("1 0", kept(), "the same draft");

        Caller seo = Caller.signedIn("seo");
        assertEquals(303, seo.post(here("/assignment"), "caseworker", YUN).status());
        assertFalse(seo.get("/drafts/" + draft + "/owner").text().contains("lapwing"));
        assertEquals(
                303,
                send(seo, "/drafts/" + draft + "/owner", Map.of("caseworker", YUN))
                        .status());
        assertEquals(
                404,
                Caller.signedIn("haneul").post("/drafts/" + draft + "/form").status());

        Caller colleague = Caller.signedIn("yun");
        String form = location(colleague.post("/drafts/" + draft + "/form"));
        assertTrue(form.startsWith(here("/stages/new?")), form);
        Form filled = form(colleague.get(form), here("/stages/new"));
        assertEquals(TYPED + ", and again on Sunday", filled.value("reason"));
        assertEquals(
                303,
                colleague
                        .post(
                                filled.action(),
                                filled.filled(
                                        Map.of(
                                                "happened",
                                                Intake.today(),
                                                "place.country",
                                                "CN",
                                                "certainty",
                                                "PROBABLE"),
                                        any -> "something"))
                        .status());
        assertEquals("0 1", kept());
    }

    @Test
    void a_field_of_any_name_is_kept_and_the_same_form_only_once() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        for (String kind : List.of("/legs/new", "/interventions/new")) {
            String before = kept();
            Caller.Answer page = haneul.get(here(kind));
            String[] typed = form(page, here(kind)).filled(Map.of(), field -> TYPED);
            for (int i = 0; i < 2; i++) {
                assertEquals(303, haneul.post(later(page), typed).status(), kind);
            }
            assertNotEquals(before, kept());
            String draft = newest();
            Form again = form(haneul.get(location(haneul.post("/drafts/" + draft + "/form"))), here(kind));
            assertEquals(destination(typed), destination(again.filled(Map.of(), field -> "")), kind);
            assertEquals(draft, again.value("draft"));
            assertFalse(destination(typed).isEmpty());
        }
        assertEquals("2 0", kept());
    }

    @Test
    void what_is_to_be_kept_when_the_session_has_ended_is_a_draft_after_the_next_sign_in() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        Caller.Answer page = haneul.get(here("/attempts/new"));
        String[] typed = form(page, here("/attempts/new")).filled(Map.of(), field -> TYPED);
        Caller next = Caller.signedIn("haneul");
        haneul.post(later(page), typed);

        String waits = Intake.value("select id from kept_form where user_id = ? order by kept desc limit 1", HANEUL);
        Caller.Answer again = next.get(location(next.get("/kept-forms/" + waits)));
        assertEquals("1 0", kept());
        assertEquals(TYPED, form(again, here("/attempts/new")).value("consequences"));
        assertTrue(again.text().contains(TEXTS.text("notice.form.draft")));
        assertEquals(
                "/drafts/" + newest() + "/end",
                again.document()
                        .expectFirst("#form .actions a[href^='/drafts/']")
                        .attr("href"));
    }

    @Test
    void a_form_that_does_not_say_where_it_stands_is_given_back_in_words() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        for (String address : List.of("/drafts/later", "/drafts/later?form-page=https%3A%2F%2Fexample.org")) {
            Caller.Answer refused = haneul.post(address, "long", "yes", "consequences", TYPED);
            assertEquals(422, refused.status());
            assertEquals(TYPED, refused.document().expectFirst("#typed").val());
        }
        assertEquals("0 0", kept());
    }

    @Test
    void what_cannot_be_shown_in_its_form_any_more_is_read_and_stays_with_its_case() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String address = here("/stages/new?for%5B%5D=A&stage=CONTACT_LOST");
        Caller.Answer page = haneul.get(address);
        Map<String, String> answers =
                Map.of("happened", Intake.today(), "place.country", "CN", "certainty", "PROBABLE");
        Form blank = form(page, here("/stages/new"));
        assertEquals(
                303,
                haneul.post(later(page), blank.filled(answers, field -> TYPED)).status());
        String draft = newest();
        Form fresh = form(haneul.get(address), here("/stages/new"));
        assertEquals(
                303,
                haneul.post(fresh.action(), fresh.filled(answers, field -> "something"))
                        .status());
        assertEquals("1 1", kept());

        Caller.Answer choice = haneul.get(location(haneul.post("/drafts/" + draft + "/form")));
        assertEquals(
                draft, choice.document().expectFirst("main input[name=kept]").val());
        assertTrue(haneul.get("/drafts/" + draft + "/end")
                .document()
                .expectFirst("#typed")
                .val()
                .contains(TYPED));
        String another = Intake.opensCase(haneul);
        assertFalse(haneul.get("/cases/" + another + "/stages/new?for%5B%5D=A&stage=CONTACT_LOST&kept=" + draft)
                .text()
                .contains("lapwing"));
        assertEquals(303, send(haneul, "/drafts/" + draft + "/end", Map.of()).status());
        assertEquals("0 1", kept());
        assertFalse(haneul.get(address + "&kept=" + draft).text().contains("lapwing"));
    }

    @Test
    void what_comes_from_a_draft_that_is_gone_is_kept_as_another_only_after_a_word() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String address = here("/attempts/new");
        Caller.Answer page = haneul.get(address);
        String[] typed = form(page, address).filled(Map.of(), field -> TYPED);
        assertEquals(303, haneul.post(later(page), typed).status());
        String draft = newest();
        Caller.Answer open = haneul.get(location(haneul.post("/drafts/" + draft + "/form")));
        assertEquals(303, send(haneul, "/drafts/" + draft + "/end", Map.of()).status());

        Caller.Answer told = haneul.post(later(open), form(open, address).filled(Map.of(), field -> ""));
        assertEquals(422, told.status());
        assertTrue(told.text().contains(TEXTS.text("draft.gone")));
        assertEquals("0 0", kept());
        Caller.Answer again =
                haneul.get(told.document().expectFirst("main a.button").attr("href"));
        assertEquals(TYPED, form(again, address).value("consequences"));
        assertTrue(again.document().select("input[name=draft]").isEmpty());
        assertEquals(
                303,
                haneul.post(later(again), form(again, address).filled(Map.of(), field -> ""))
                        .status());
        assertEquals("1 0", kept());
    }

    @Test
    void what_comes_from_a_draft_that_was_handed_over_is_not_recorded_without_a_word() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String address = here("/attempts/new");
        Map<String, String> answers = Map.of("happened", Intake.today());
        Caller.Answer page = haneul.get(address);
        assertEquals(
                303,
                haneul.post(later(page), form(page, address).filled(answers, field -> TYPED))
                        .status());
        String draft = newest();
        Caller.Answer open = haneul.get(location(haneul.post("/drafts/" + draft + "/form")));
        Caller seo = Caller.signedIn("seo");
        assertEquals(303, seo.post(here("/assignment"), "caseworker", YUN).status());
        String[] typed = form(open, address).filled(answers, field -> "");
        assertEquals(
                303,
                send(seo, "/drafts/" + draft + "/owner", Map.of("caseworker", YUN))
                        .status());

        Caller.Answer told = haneul.post(address, typed);
        assertEquals(422, told.status());
        assertTrue(told.text().contains(TEXTS.text("draft.gone")));
        assertEquals("0", attempts());
        Form again = form(told, address);
        assertEquals(TYPED, again.value("consequences"));
        assertTrue(told.document().select("input[name=draft]").isEmpty());
        assertEquals(
                303,
                haneul.post(again.action(), again.filled(Map.of(), field -> "")).status(),
                "whoever has read so may");
        assertEquals("2", attempts(), "one of each of the two");
        assertEquals("1 0", kept(), "which stays with its new owner");
    }

    @Test
    void the_copy_of_who_changes_the_language_goes_with_the_draft() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String address = here("/attempts/new");
        Caller.Answer page = haneul.get(address);
        assertEquals(
                303,
                haneul.post(later(page), form(page, address).filled(Map.of(), field -> TYPED))
                        .status());
        String draft = newest();
        Caller.Answer open = haneul.get(location(haneul.post("/drafts/" + draft + "/form")));
        String language =
                open.document().expectFirst("button[formaction^='/language']").attr("formaction");
        List<String> typed = new ArrayList<>(List.of("language", "ko"));
        typed.addAll(List.of(form(open, address).filled(Map.of(), field -> "")));
        String there = location(haneul.post(language, typed.toArray(String[]::new)));
        assertTrue(there.contains("kept=" + draft), there);
        assertEquals(303, send(haneul, "/drafts/" + draft + "/end", Map.of()).status());
        assertFalse(haneul.get(there).text().contains("lapwing"));
        haneul.post("/language", "language", "en", "back", "/");
    }

    private String attempts() throws SQLException {
        return Intake.value(
                "select count(*) from attempt a join case_file f on f.id = a.case_id where f.number = ?", number);
    }

    @Test
    void who_works_on_the_case_no_more_can_give_up_what_they_had_kept_and_not_read_it() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        Caller.Answer page = haneul.get(here("/attempts/new"));
        String[] typed = form(page, here("/attempts/new")).filled(Map.of(), field -> TYPED);
        assertEquals(303, haneul.post(later(page), typed).status());
        String draft = newest();
        Caller seo = Caller.signedIn("seo");
        assertEquals(303, seo.post(here("/assignment"), "caseworker", YUN).status());
        String ends = Intake.value(
                "select a.id from assignment a join case_file f on f.id = a.case_id where f.number = ? and a.user_id = ?",
                number,
                HANEUL);
        assertEquals(303, seo.post(here("/assignment?end=" + ends)).status());

        assertEquals(404, haneul.post("/drafts/" + draft + "/form").status());
        assertEquals("0", Intake.value("select count(*) from kept_form where id = ?::uuid", draft));
        assertTrue(haneul.get("/cases").text().contains(TEXTS.text("draft.waits")));
        Caller.Answer question = haneul.get("/drafts/" + draft + "/end");
        assertFalse(question.text().contains("lapwing"));
        assertEquals(303, send(haneul, "/drafts/" + draft + "/end", Map.of()).status());
        assertEquals("0 0", kept());
    }

    private static Form form(Caller.Answer page, String action) {
        return Form.on(page).stream()
                .filter(each -> each.post() && each.action().split("\\?")[0].equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static String later(Caller.Answer page) {
        return page.document()
                .expectFirst("button[formaction^='/drafts/later']")
                .attr("formaction");
    }

    private String newest() throws SQLException {
        return Intake.value("select id from draft where number = ? order by changed_at desc limit 1", number);
    }

    /** Where a leg leads to, or whom somebody spoke to. */
    private static Map<String, String> destination(String... fields) {
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals("to") || fields[i].startsWith("to.")) {
                found.put(fields[i], fields[i + 1]);
            }
        }
        return found;
    }

    /** Drafts of the case, and those of its people who are out of touch. */
    private String kept() throws SQLException {
        return Intake.value(
                "select (select count(*) from draft where number = f.number) || ' ' || (select count(*) from participant p"
                        + " where p.case_id = f.id and p.stage = 'CONTACT_LOST') from case_file f where f.number = ?",
                number);
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }

    private static String location(Caller.Answer answer) {
        assertEquals(303, answer.status(), answer::text);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Caller.Answer send(Caller who, String page, Map<String, String> answers) {
        Form form = form(who.get(page), page);
        return who.post(form.action(), form.filled(answers, field -> "something"));
    }
}
