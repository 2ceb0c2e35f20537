package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.durumi.kernel.Texts;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long form is kept, gone on with on another machine, handed over by a supervisor, and gone once it was sent. */
class LaterPageIT {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String TYPED = "Her aunt saw her on the bridge at dusk: lapwing-in-fog";

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
            assertThat(page.locator(".drafts li:has-text('" + number + "')")).hasCount(1);
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
        Form filled = Form.on(colleague.get(form)).stream()
                .filter(each -> each.post() && each.action().startsWith(here("/stages/new")))
                .findFirst()
                .orElseThrow();
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
        Form form = Form.on(who.get(page)).stream()
                .filter(each -> each.post() && each.action().split("\\?")[0].equals(page))
                .findFirst()
                .orElseThrow();
        return who.post(form.action(), form.filled(answers, field -> "something"));
    }
}
