package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supervisor and an administrator change together what a country counts as. */
class StancePageIT {
    private static final String SOURCE = "Gazette 12 of this year, https://example.org/gazette";

    /** No other test is told of Nauru. */
    private static final String COUNTRY = "NR";

    private final Caller admin = english("admin");
    private final Caller seo = english("seo");

    /** What was agreed on would count in other tests, and be reckoned with while they look whether anything was written. */
    @AfterEach
    void nothing_of_it_stays() throws SQLException {
        try (Connection superuser = Stack.running().asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "delete from stance_answer where id in (select id from stance_proposal where country = 'NR');"
                            + " delete from stance_proposal where country = 'NR';"
                            + " delete from job where by_day and asked_at > now() - interval '10 minutes' and due_at <= now()");
        }
    }

    @Test
    void what_an_administrator_proposes_waits_at_the_review_until_a_supervisor_confirms_it() {
        Caller.Answer proposed = proposes(admin, COUNTRY, "RETURNS", Intake.today());
        assertEquals(303, proposed.status());
        assertTrue(proposed.header("Location").contains("/stances#stance-"), proposed.header("Location"));
        assertTrue(admin.get("/stances").document().text().contains("Nauru: Returns people"));
        assertFalse(standing(admin).contains("Nauru"), "nothing counts yet");
        assertFalse(admin.get("/staff").document().text().contains("Nauru"), "nobody answers their own");

        Document review = seo.get("/review").document();
        assertTrue(review.select(".strip").text().contains("Nauru: Returns people since"), review.text());
        String confirm = button(seo, "Confirm");
        assertEquals(422, admin.post(confirm).status());
        assertEquals(303, seo.post(confirm).status());

        assertTrue(standing(admin).contains("Nauru Returns people " + Intake.today() + " " + SOURCE), standing(admin));
        assertFalse(seo.get("/review").document().text().contains("Nauru"));
        Caller.Answer again = seo.post(confirm);
        assertEquals(422, again.status());
        assertTrue(again.document().select(".errors").text().contains("waits no longer"));
    }

    @Test
    void what_a_supervisor_proposes_waits_where_the_day_of_an_administrator_begins() {
        assertEquals(303, proposes(seo, COUNTRY, "PROTECTS", Intake.today()).status());
        assertTrue(admin.get("/staff").document().text().contains("Nauru: Protects people"));

        assertEquals(303, admin.post(button(admin, "Decline")).status());

        assertFalse(standing(admin).contains("Nauru"));
        String page = seo.get("/stances").document().text();
        assertTrue(page.contains("Declined") && page.contains("declined by admin (Administrator)"), page);

        assertEquals(303, proposes(seo, COUNTRY, "PROTECTS", Intake.today()).status());
        assertEquals(303, seo.post(button(seo, "Withdraw")).status());
        assertTrue(seo.get("/stances").document().text().contains("withdrawn by seo (Supervisor)"));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        Caller.Answer answer = proposes(seo, "KP", "PROTECTS", Intake.today());
        assertEquals(422, answer.status());
        Document page = answer.document();
        assertTrue(page.select(".errors").text().contains("North Korea always counts"), page.text());
        assertEquals("true", page.expectFirst("[name=country]").attr("aria-invalid"));
        assertEquals("KP", page.expectFirst("[name=country] option[selected]").val());
        assertEquals("PROTECTS", page.expectFirst("[name=stance][checked]").val());
        assertEquals(SOURCE, page.expectFirst("[name=source]").text());

        String tomorrow = LocalDate.parse(Intake.today()).plusDays(1).toString();
        answer = proposes(seo, COUNTRY, "PROTECTS", tomorrow);
        assertEquals(422, answer.status());
        assertTrue(answer.document().select(".errors").text().contains("still to come"));
    }

    @Test
    void nobody_else_sees_or_proposes_anything() {
        for (String account : List.of("haneul", "ohjin")) {
            Caller caller = english(account);
            for (String page : List.of("/stances", "/stances/new")) {
                assertEquals(404, caller.get(page).status(), account + " at " + page);
            }
            assertEquals(404, caller.post("/stances/new", "country", COUNTRY).status(), account);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_pages_are_read_on_a_desk_and_on_a_phone_in_both_languages(int width) {
        assertEquals(303, proposes(admin, COUNTRY, "RETURNS", Intake.today()).status());
        seo.post(button(seo, "Decline"));
        assertEquals(303, proposes(admin, COUNTRY, "PROTECTS", Intake.today()).status());
        try (Browser browser = Browser.open();
                Visit visit = browser.guest(new NewContextOptions().setViewportSize(width, 900))) {
            visit.signIn("seo");
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                for (String page : List.of("/stances", "/stances/new", "/review")) {
                    visit.open(page);
                    visit.speak(language);
                    visit.assertAccessible();
                    assertEquals(
                            true,
                            visit.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
                            page + " is not wider than the screen");
                    visit.screenshot("stances" + page.replace('/', '-') + "-" + width + language);
                }
            }
            visit.assertNoComplaints();
        }
    }

    private static Caller.Answer proposes(Caller who, String country, String stance, String since) {
        String once =
                who.get("/stances/new").document().expectFirst("[name=once]").val();
        return who.post(
                "/stances/new", "once", once, "country", country, "stance", stance, "since", since, "source", SOURCE);
    }

    /** Where a button of the first proposal that waits about the country leads. */
    private static String button(Caller who, String label) {
        return who.get("/stances").document().select("li[id^=stance-]").stream()
                .filter(each -> each.text().contains("Nauru"))
                .flatMap(each -> each.select("form").stream())
                .filter(each -> each.select("button").text().startsWith(label))
                .map((Element each) -> each.attr("action"))
                .findFirst()
                .orElseThrow();
    }

    private static String standing(Caller who) {
        return who.get("/stances").document().select("main table").text();
    }

    private static Caller english(String account) {
        Caller caller = Caller.signedIn(account);
        caller.post("/language", "language", "en", "back", "/");
        return caller;
    }
}
