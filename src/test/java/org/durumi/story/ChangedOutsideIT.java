package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.durumi.kernel.Texts;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What somebody changes in a row of a case who has the application's password and no key: the page says so, its supervisors are
 * told, and the rest stands.
 */
class ChangedOutsideIT {
    private static final String HANEUL = "00000000-0000-4000-8000-0000000000a1";
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final String ENTRY_SAYS_SO = TEXTS.text("changed-outside.entry");
    private static final String CASE_SAYS_SO =
            TEXTS.text("changed-outside.case", 1).split(":")[0] + ":";

    private final Stack stack = Stack.running();
    private final Caller haneul = Caller.signedIn("haneul");
    private final Caller seo = Caller.signedIn("seo");
    private String number;

    @BeforeEach
    void two_women_plan_to_leave_with_a_registered_phone() {
        // Whoever told another story may have read Korean.
        for (Caller reader : List.of(haneul, seo)) {
            reader.post("/language", "language", "en", "back", "/");
        }
        number = Intake.opensCase(haneul);
        records("/devices/new", Map.of("policeRegistered", "YES", "carried", "YES"));
        records("/attempts/new", Map.of());
        records("/vulnerabilities/new", Map.of());
        records("/legs/new", Map.of("means", "TAXI", "from.country", "CN", "to.country", "CN"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "device ; confirmation = 'CONFIRMED', decided_by = 'seo', decided_at = now() ; /people/A",
                "device ; struck_by = 'seo', struck_at = now() ; /people/A",
                "attempt ; struck_by = 'seo', struck_at = now() ; /people/A",
                "vulnerability ; struck_by = 'seo', struck_at = now() ; /people/A",
                "leg ; struck_by = 'seo', struck_at = now() ; /route",
                "leg ; sealed_state = sealed ; /route",
                "stage_entry ; confirmation = 'CONFIRMED' ; /timeline",
                "stage_entry ; decided_by = 'seo', decided_at = now() ; /timeline",
                "participant ; stage = 'ARRIVAL' ; /people/A",
                "participant ; label = case label when 'B' then 'C' else label end ; /people",
                "participant ; position = 7 ; /people/A",
                "risk_assessment ; sealed_state = sealed ; \"\"",
                "risk_alert ; level = 'LOW' ; \"\"",
                "risk_alert ; state = 'RESOLVED', closed_by = 'seo', closed_at = now() ; \"\"",
                "risk_alert ; acknowledged_by = 'seo', acknowledged_at = now(), state = 'ACKNOWLEDGED' ; \"\"",
                "risk_block ; sealed_state = sealed ; \"\""
            })
    void a_row_that_was_changed_says_so_and_its_supervisors_are_told(String table, String change, String page)
            throws SQLException {
        assertFalse(says(haneul, "/cases/" + number + page, CASE_SAYS_SO), "nothing was changed yet");
        long refused = refusals();

        int changed = changes("update " + table + " t set " + change);

        assertTrue(changed > 0, "there is a row to change");
        Caller.Answer shown = haneul.get("/cases/" + number + page);
        assertEquals(200, shown.status());
        assertTrue(shown.text().contains(CASE_SAYS_SO), "the page says so");
        assertTrue(refusals() > refused, "the access log says so");
        assertEquals(
                "HIGH RAISED",
                Intake.value(
                        "select level, state from risk_alert where rule_group = 'CHANGED_OUTSIDE'"
                                + " and case_id = (select id from case_file where number = ?)",
                        number),
                "an alert waits for a supervisor");
        for (String other : new String[] {"", "/people/A", "/timeline", "/summary.pdf"}) {
            assertEquals(200, haneul.get("/cases/" + number + other).status(), other);
        }
    }

    @Test
    void what_was_recorded_is_not_overwritten_at_all() {
        for (String change : List.of(
                "device t set number_tag = 7",
                "leg t set way_tag = 7",
                "device t set participant_id = (select id from participant p where p.case_id = t.case_id and p.label = 'B')",
                "device t set recorded_by = 'seo'",
                "device t set sealed = sealed_state",
                "attempt t set number = 3",
                "attempt t set original = gen_random_uuid()",
                "vulnerability t set recorded_at = recorded_at - interval '1 day'",
                "leg t set replaces = id")) {
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> changes("update " + change))
                            .getSQLState(),
                    change);
        }
    }

    @Test
    void the_supervisors_queue_names_it_and_a_supervisor_closes_it() throws SQLException {
        changes("update device t set struck_by = 'seo', struck_at = now()");
        haneul.get("/cases/" + number + "/people/A");

        String queue = seo.get("/review").text();

        assertTrue(queue.contains(number) && queue.contains(TEXTS.text("alert.CHANGED_OUTSIDE")), "the queue");
    }

    @Test
    void what_was_changed_counts_for_nothing_and_the_case_is_recorded_on() throws SQLException {
        changes("update device t set struck_by = 'seo', struck_at = now()");

        records("/attempts/new", Map.of());

        assertEquals(
                "2",
                Intake.value(
                        "select max(number) from attempt where case_id = (select id from case_file where number = ?)",
                        number));
        assertTrue(says(haneul, "/cases/" + number + "/people/A", CASE_SAYS_SO));
    }

    @Test
    void a_line_of_the_list_says_that_its_level_or_stage_was_changed() throws SQLException {
        for (String change : new String[] {"level = 'LOW'", "stage = 'ARRIVAL'", "country = 'KR'", "people = 1"}) {
            assertFalse(says(haneul, "/cases?number=" + end(), ENTRY_SAYS_SO), "nothing was changed yet");

            changesTheCase(change);

            assertTrue(says(haneul, "/cases?number=" + end(), ENTRY_SAYS_SO), change);
            assertTrue(says(haneul, "/cases/" + number, CASE_SAYS_SO), change);
            records("/attempts/new", Map.of());
            assertFalse(
                    says(haneul, "/cases?number=" + end(), ENTRY_SAYS_SO),
                    "what is recorded on says anew what is true");
        }
    }

    @Test
    void a_broker_who_was_vetted_past_the_application_counts_as_suspended() throws SQLException {
        Caller.Answer added = haneul.post(
                "/brokers/new",
                "kind",
                "BROKER",
                "introducedBy",
                "ONLINE",
                "once",
                UUID.randomUUID().toString());
        String broker = added.header("Location").replaceAll(".*/", "");
        assertFalse(says(haneul, "/brokers/" + broker, ENTRY_SAYS_SO));

        try (Connection application = stack.asApplication();
                Statement statement = application.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "update broker set vetting = 'VETTED', vetted_by = 'seo', vetted_at = now() where id = '"
                                    + broker + "'"));
        }

        assertTrue(says(haneul, "/brokers/" + broker, ENTRY_SAYS_SO));
        assertTrue(says(haneul, "/brokers/" + broker, TEXTS.text("Vetting.SUSPENDED")));
    }

    private String end() {
        return number.substring(number.length() - 6);
    }

    private void changesTheCase(String change) throws SQLException {
        try (Connection application = stack.asApplication();
                Statement statement = application.createStatement()) {
            statement.execute("select set_config('app.user', '" + HANEUL + "', false)");
            assertEquals(
                    1, statement.executeUpdate("update case_file set " + change + " where number = '" + number + "'"));
        }
    }

    private static boolean says(Caller who, String page, String text) {
        return who.get(page).text().contains(text);
    }

    /** As many rows of the case as this changes, by the application's own role. */
    private int changes(String update) throws SQLException {
        try (Connection application = stack.asApplication();
                Statement statement = application.createStatement()) {
            statement.execute("select set_config('app.user', '" + HANEUL + "', false)");
            return statement.executeUpdate(
                    update + " where t.case_id = (select id from case_file where number = '" + number + "')");
        }
    }

    private static long refusals() throws SQLException {
        return Long.parseLong(
                Intake.value(
                        "select count(*) from access_entry where outcome = 'REFUSED' and actor_role = 'NONE' and action = 'OPEN'"));
    }

    private void records(String path, Map<String, String> answers) {
        String page = "/cases/" + number + path;
        Form form = Form.on(haneul.get(page)).stream()
                .filter(each -> each.action().equals(page))
                .findFirst()
                .orElseThrow();
        assertEquals(
                303,
                haneul.post(page, form.filled(answers, field -> "something")).status(),
                path);
    }
}
