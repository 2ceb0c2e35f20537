package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A family of nine, as its caseworker sees it and records its arrest. */
class FamilyPageIT {
    private static final int WIDE = 1280;
    private static final int HIGH = 900;
    private static final int NARROW = 390;
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));

    private final Caller caller = Caller.signedIn("haneul");
    private final String number = family(caller);
    private final String address = "/cases/" + number;

    @Test
    void the_overview_of_nine_people_fits_on_one_screen() {
        try (Browser browser = Browser.open();
                Visit haneul = visit(browser, WIDE, HIGH)) {
            haneul.open(address);
            Locator table = haneul.page().locator(".people-table");
            assertEquals(9, table.locator("tbody tr").count());
            assertTrue(table.boundingBox().y + table.boundingBox().height < HIGH, "nobody is below the fold");
            assertThat(haneul.page().locator(".case-nav a[aria-current=page]")).hasCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void every_page_of_the_case_can_be_used_on_a_desk_and_on_a_phone(int width) {
        try (Browser browser = Browser.open();
                Visit haneul = visit(browser, width, HIGH)) {
            for (String tab :
                    List.of("", "/people", "/people/I", "/timeline", "/route", "/costs", "/claims", "/about")) {
                assertEquals(200, haneul.open(address + tab).status(), tab);
                Number wider =
                        (Number) haneul.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
                assertEquals(0, wider.intValue(), tab + " is wider than the window");
                haneul.assertAccessible();
                haneul.assertNoComplaints();
                haneul.screenshot("family" + tab.replace('/', '-') + "-" + width);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void the_way_is_drawn_and_told_to_who_does_not_see_it(int width) throws SQLException {
        List<String> people = Intake.rows(
                "select id from participant where case_id = (select id from case_file where number = ?) order by label",
                number);
        leg(people, "Yeonan", "KP", "가나다라마바사아자차".repeat(4), "KR", "DONE", "BOAT");
        leg(people.subList(0, 2), "가나다라마바사아자차".repeat(4), "KR", "Seoul", "KR", "PLANNED", "BUS");
        leg(people.subList(2, 9), "가나다라마바사아자차".repeat(4), "KR", "", "", "UNDER_WAY", "UNKNOWN");
        try (Browser browser = Browser.open();
                Visit haneul = visit(browser, width, HIGH)) {
            haneul.open(address + "/route");

            Locator drawn = haneul.page().locator(".way[role=img]");
            assertThat(drawn.locator(".way-row")).hasCount(7);
            String told = drawn.getAttribute("aria-label");
            assertTrue(told.contains("From Yeonan, North Korea to 가나다라"), told);
            assertTrue(told.contains("Bus · A, B · Planned"), told);
            assertTrue(told.contains("to Place unknown: Means unknown · C, D, E, F, G, H, I · Under way"), told);
            Locator longest = drawn.locator(".way-row").nth(2);
            assertEquals(
                    Math.round(longest.boundingBox().height),
                    Math.round(longest.locator("svg").boundingBox().height),
                    "the line is as high as the words beside it");
            haneul.assertAccessible();
            haneul.assertNoComplaints();
            haneul.screenshot("family-way-" + width);
        }
    }

    private void leg(
            List<String> people,
            String from,
            String fromCountry,
            String to,
            String toCountry,
            String state,
            String by) {
        List<String> fields = new ArrayList<>(List.of("once", UUID.randomUUID().toString(), "state", state));
        people.forEach(each -> fields.addAll(List.of("participant[]", each)));
        fields.addAll(List.of("from", from, "from.country", fromCountry, "to", to, "to.country", toCountry));
        fields.addAll(List.of("means", by, "border", "NONE"));
        assertEquals(
                303,
                caller.post(address + "/legs/new", fields.toArray(String[]::new))
                        .status());
    }

    @Test
    void an_arrest_of_nine_is_one_form_one_entry_each_and_one_line_of_the_log() throws SQLException {
        try (Browser browser = Browser.open();
                Visit haneul = visit(browser, WIDE, HIGH)) {
            Page page = haneul.page();
            haneul.open(address);
            for (Locator each : page.locator("input[name='for[]']").all()) {
                each.check();
            }
            page.locator(".people-do button").click();
            page.locator("input[name='stage'][value='DETENTION']").check();
            page.locator("main form button").first().click();
            new Pen(page)
                    .write("happened", Intake.today())
                    .place("place", "Kunming", "CN")
                    .choose("certainty", "PROBABLE")
                    .sendAndRead(ENGLISH, "notice.stage.recorded");
            assertThat(page.locator(".people-table .stage")).hasText(detained());
            assertThat(page.locator(".case-head")).containsText(ENGLISH.text(Stage.DETENTION));
            haneul.screenshot("family-arrested");
        }
        assertEquals(
                "9",
                Intake.value(
                        "select count(*) from stage_entry where stage = 'DETENTION' and case_id ="
                                + " (select id from case_file where number = ?)",
                        number));
        assertEquals(
                "1",
                Intake.value(
                        "select count(*) from access_entry where action = 'CHANGE' and ? = any (case_refs)", number));
    }

    @Test
    void a_stage_for_some_that_somebody_cannot_reach_is_stored_for_nobody() throws SQLException {
        String ids = Intake.value(
                "select string_agg(p.id || '.' || p.version, ' ' order by p.label) from participant p"
                        + " join case_file f on f.id = p.case_id where f.number = ? and p.label in ('A', 'B')",
                number);
        List<String> fields = new ArrayList<>(List.of("once", UUID.randomUUID().toString()));
        for (String each : ids.split(" ")) {
            fields.addAll(List.of("who[]", each));
        }
        fields.addAll(List.of("happened", Intake.today(), "place", "", "place.country", ""));
        fields.addAll(List.of("knownOn", Intake.today(), "certainty", "CONFIRMED", "reason", ""));

        Caller.Answer refused = caller.post(address + "/stages/new?stage=MISSION", fields.toArray(String[]::new));

        assertEquals(422, refused.status());
        assertEquals(
                "9",
                Intake.value(
                        "select count(*) from stage_entry where case_id = (select id from case_file where number = ?)",
                        number),
                "the first entries only");
    }

    @Test
    void a_form_leads_back_to_where_it_was_opened_with_the_new_line_marked_or_to_another() {
        try (Browser browser = Browser.open();
                Visit haneul = visit(browser, WIDE, HIGH)) {
            Page page = haneul.page();
            haneul.open(address + "/people/C");
            page.locator("#participant-C a[href*='/attempts/new']").click();
            assertThat(page.locator("input[name='participant[]']:checked")).hasCount(1);
            new Pen(page).date("happened", "2023", "ABOUT", "").choose("outcome", "TURNED_BACK");
            page.locator("button[name='then'][value='another']").click();
            page.waitForSelector(".notice");
            assertTrue(page.url().contains("/attempts/new"), "the same form once more");
            assertThat(page.locator("input[name='participant[]']:checked")).hasCount(1);
            new Pen(page)
                    .date("happened", "2024", "ABOUT", "")
                    .choose("outcome", "ARRESTED")
                    .sendAndRead(ENGLISH, "notice.attempt.recorded");
            assertTrue(page.url().contains(address + "/people/C#entry-"), page.url());
            assertThat(page.locator("li:target")).containsText("2024");
            haneul.screenshot("family-marked");
        }
    }

    private static String[] detained() {
        String[] all = new String[9];
        java.util.Arrays.fill(all, ENGLISH.text(Stage.DETENTION));
        return all;
    }

    private static Visit visit(Browser browser, int width, int height) {
        Visit visit = browser.guest(new NewContextOptions().setViewportSize(width, height))
                .signIn("haneul")
                .speak(Locale.ENGLISH);
        visit.assertNoComplaints();
        return visit;
    }

    private static String family(Caller caseworker) {
        List<String> fields = new ArrayList<>(List.of("once", UUID.randomUUID().toString(), "people", "9"));
        fields.addAll(List.of("route", "SEA_WEST", "destination", "", "priority", "NORMAL"));
        List<String> roles =
                List.of("PRINCIPAL", "SPOUSE", "CHILD", "CHILD", "PARENT", "PARENT", "SIBLING", "SIBLING", "COMPANION");
        for (int nth = 1; nth <= 9; nth++) {
            String person = "person" + nth + ".";
            fields.addAll(List.of(person + "role", roles.get(nth - 1), person + "ageBand", "AGE_30_39"));
            fields.addAll(List.of(person + "sex", "UNKNOWN", person + "elite", "NO", person + "unaccompanied", "NO"));
        }
        fields.addAll(List.of("stage", "CONTACT", "happened", Intake.today(), "place", "", "place.country", "CN"));
        fields.addAll(List.of("knownOn", Intake.today(), "certainty", "CONFIRMED", "reason", "told by a relative"));
        Caller.Answer answer = caseworker.post("/cases/new?kind=FAMILY", fields.toArray(String[]::new));
        if (answer.status() != 303) {
            throw new IllegalStateException("the intake was answered with " + answer.status());
        }
        return Intake.number(answer);
    }
}
