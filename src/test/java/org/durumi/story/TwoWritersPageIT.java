package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.cases.AgeBand;
import org.durumi.cases.Sex;
import org.durumi.kernel.Texts;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** Two caseworkers change the same participant: the second is told, sees both texts, and loses nothing of what was typed. */
class TwoWritersPageIT {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));

    @Test
    void the_second_writer_sees_both_texts_and_stores_knowingly() throws SQLException {
        String number = opensCase();
        try (Browser browser = Browser.open();
                Visit haneul = browser.signedIn("haneul").speak(Locale.ENGLISH);
                Visit yun = browser.signedIn("yun").speak(Locale.ENGLISH);
                Visit seo = browser.signedIn("seo").speak(Locale.ENGLISH)) {
            assigned(seo, number, "yun");
            String form = "/cases/" + number + "/participants/" + participant(number);
            assertEquals(200, haneul.open(form).status());
            assertEquals(200, yun.open(form).status());

            pen(haneul).choose("ageBand", "AGE_20_29").sendAndRead(ENGLISH, "notice.participant.changed");
            pen(yun).choose("ageBand", "AGE_40_49").choose("sex", "UNKNOWN").choose("elite", "YES");
            Response told = answerTo(yun);

            assertEquals(422, told.status());
            assertThat(yun.page().locator(".conflict h2")).hasText(ENGLISH.text("conflict.title"));
            Locator ages = yun.page()
                    .locator(".conflict tr.differs", new Page.LocatorOptions().setHasText("years"))
                    .locator("td");
            assertEquals(
                    List.of(ENGLISH.text(AgeBand.AGE_40_49), ENGLISH.text(AgeBand.AGE_20_29)), ages.allTextContents());
            assertThat(yun.page().locator("[name='ageBand']")).hasValue("AGE_40_49");
            assertThat(yun.page().locator("[name='sex']")).hasValue("UNKNOWN");
            assertThat(yun.page().locator("input[name='elite'][value='YES']")).isChecked();
            assertEquals("1", stored(number), "nothing was stored over the first text");
            yun.assertAccessible();
            yun.screenshot("two-writers");

            pen(yun).sendAndRead(ENGLISH, "notice.participant.changed");

            assertEquals("2", stored(number));
            assertThat(yun.page().locator("#participant-A")).containsText(ENGLISH.text(AgeBand.AGE_40_49));
            assertThat(yun.page().locator("#participant-A")).containsText(ENGLISH.text(Sex.UNKNOWN));
            for (Visit each : List.of(haneul, yun, seo)) {
                each.assertNoComplaints();
            }
        }
    }

    @Test
    void two_who_say_the_same_are_not_in_each_others_way() throws SQLException {
        try (Browser browser = Browser.open();
                Visit seo = browser.signedIn("seo").speak(Locale.ENGLISH)) {
            String number = opensCase();
            assigned(seo, number, "yun");
            String form = "/cases/" + number + "/participants/" + participant(number);
            try (Visit haneul = browser.signedIn("haneul").speak(Locale.ENGLISH);
                    Visit yun = browser.signedIn("yun").speak(Locale.ENGLISH)) {
                haneul.open(form);
                yun.open(form);
                pen(haneul).choose("ageBand", "AGE_20_29").sendAndRead(ENGLISH, "notice.participant.changed");
                pen(yun).choose("ageBand", "AGE_20_29").sendAndRead(ENGLISH, "notice.participant.changed");
            }
            assertEquals("1", stored(number));
        }
    }

    @Test
    void the_second_writer_of_a_sealed_text_sees_both() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        String attempts = "/cases/" + number + "/attempts/";
        String[] blank = attempt("", "once", UUID.randomUUID().toString(), "participant[]", participant(number));
        assertEquals(303, haneul.post(attempts + "new", blank).status());
        String form = attempts
                + Intake.value(
                        "select a.id from attempt a join case_file c on c.id = a.case_id where c.number = ?", number);

        assertEquals(303, haneul.post(form, corrected("phone taken away")).status());
        Caller.Answer told = haneul.post(form, corrected("beaten at home"));

        assertEquals(422, told.status());
        assertTrue(told.text().contains("phone taken away"), "the first text");
        assertTrue(told.text().contains("beaten at home"), "the second text");
        assertTrue(haneul.get(form).text().contains("phone taken away"), "nothing was stored over the first text");
    }

    private static String[] corrected(String consequences) {
        return attempt(consequences, "version", "0", "correctionReason", "told later");
    }

    @Test
    void the_second_who_describes_a_case_sees_both_texts_and_nobody_is_disturbed_by_other_entries()
            throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        String form = "/cases/" + number + "/about/change";
        assertTrue(haneul.get(form).text().contains("name=\"version\" value=\"0\""));
        String participant = "/cases/" + number + "/participants/" + participant(number);
        assertEquals(
                303,
                haneul.post(
                                participant,
                                "version",
                                "0",
                                "role",
                                "PRINCIPAL",
                                "ageBand",
                                "AGE_20_29",
                                "sex",
                                "FEMALE",
                                "elite",
                                "NO",
                                "unaccompanied",
                                "NO")
                        .status());

        assertEquals(303, haneul.post(form, described("two sisters")).status());
        Caller.Answer told = haneul.post(form, described("two in Kunming"));

        assertEquals(422, told.status());
        assertTrue(told.text().contains("two sisters"), "the first text");
        assertTrue(told.text().contains("two in Kunming"), "the second text");
        assertTrue(haneul.get("/cases/" + number + "/about").text().contains("two sisters"));
        assertEquals(
                "MISSION FAMILY KR URGENT",
                Intake.value("select route, kind, destination, priority from case_file where number = ?", number));
    }

    private static String[] described(String label) {
        return new String[] {
            "version", "0",
            "label", label,
            "kind", "FAMILY",
            "route", "MISSION",
            "destination", "KR",
            "priority", "URGENT"
        };
    }

    @Test
    void a_stage_that_is_sent_twice_is_recorded_once_and_who_is_not_the_first_is_told() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        String form = "/cases/" + number + "/stages/new?stage=DETENTION";
        String version = Intake.value("select version from participant where id::text = ?", participant(number));
        String seen = participant(number) + "." + version;
        String[] sent = held(UUID.randomUUID(), seen, "a cousin saw it");

        for (int time = 0; time < 3; time++) {
            Caller.Answer answer = haneul.post(form, sent);
            assertEquals(303, answer.status());
            assertTrue(answer.header("Location").contains("/cases/" + number + "#entry-"));
        }
        Caller.Answer told = haneul.post(form, held(UUID.randomUUID(), seen, "a neighbour saw it"));

        assertEquals(422, told.status());
        assertTrue(told.text().contains("a cousin saw it"), "the first text");
        assertTrue(told.text().contains("a neighbour saw it"), "the second text");
        assertEquals(
                "1",
                Intake.value(
                        "select count(*) from stage_entry e join participant p on p.id = e.participant_id"
                                + " where e.stage = 'DETENTION' and p.id::text = ?",
                        participant(number)));
    }

    private static String[] held(UUID once, String version, String reason) {
        return new String[] {
            "once", once.toString(),
            "who[]", version,
            "happened", Intake.today(),
            "happened.qualifier", "EXACT",
            "happened.words", "",
            "place", "",
            "place.country", "CN",
            "knownOn", Intake.today(),
            "certainty", "PROBABLE",
            "reason", reason,
            "authority", "",
            "facility", "",
            "acknowledged", "UNKNOWN",
            "goalKnown", "UNKNOWN"
        };
    }

    private static String[] attempt(String consequences, String... more) {
        String[] known = {
            "happened", "2019",
            "happened.qualifier", "ABOUT",
            "happened.words", "the year of the wedding",
            "outcome", "TURNED_BACK",
            "consequences", consequences
        };
        return Stream.of(known, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String opensCase() {
        return Intake.opensCase(Caller.signedIn("haneul"));
    }

    private static void assigned(Visit supervisor, String number, String caseworker) {
        supervisor.open("/cases/" + number + "/assignment");
        supervisor.page().locator("select[name='caseworker']").selectOption(new SelectOption().setLabel(caseworker));
        pen(supervisor).sendAndRead(ENGLISH, "notice.assignment.begun");
    }

    private static Response answerTo(Visit writer) {
        return writer.page().waitForResponse(answer -> answer.request().method().equals("POST"), pen(writer)::send);
    }

    private static Pen pen(Visit visit) {
        return new Pen(visit.page());
    }

    private static String participant(String number) throws SQLException {
        return Intake.value(
                "select p.id from participant p join case_file c on c.id = p.case_id"
                        + " where c.number = ? and p.label = 'A'",
                number);
    }

    /** How often what is known of the first person was stored anew; what it says is sealed. */
    private static String stored(String number) throws SQLException {
        return Intake.value(
                "select p.version from participant p join case_file c on c.id = p.case_id"
                        + " where c.number = ? and p.label = 'A'",
                number);
    }
}
