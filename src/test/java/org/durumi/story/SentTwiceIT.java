package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever presses a button twice, or whose line breaks off, sends the same form again: it does what it does once. */
class SentTwiceIT {
    private Caller haneul;
    private String number;
    private String participant;

    @BeforeEach
    void a_case_is_open() throws SQLException {
        haneul = Caller.signedIn("haneul");
        number = Intake.opensCase(haneul);
        participant = of("select p.id from participant p", "and p.label = 'A'");
    }

    @Test
    void what_is_recorded_is_recorded_once() throws SQLException {
        twice(haneul, "/attempts/new", attempt("the river was too high", "participant[]", participant));
        twice(
                haneul,
                "/legs/new",
                form("participant[]", participant, "state", "PLANNED", "means", "TAXI", "border", "UNKNOWN"));
        twice(haneul, "/participants/" + participant + "/names/new", form("kind", "ALIAS", "hangul", "봄이네"));

        assertEquals("1", count("attempt"));
        assertEquals("1", count("leg"));
        assertEquals("1", count("person_name"));
    }

    @Test
    void a_double_tap_says_once_that_somebody_is_well() throws SQLException {
        String checkIns = "/participants/" + participant + "/check-ins";
        twice(haneul, checkIns + "/new", form("intervalHours", "12", "graceMinutes", "60"));
        String button = haneul.get(here("/people/A"))
                .document()
                .expectFirst("form[action$='/check-ins/ok'] input[name=once]")
                .val();
        twice(haneul, checkIns + "/ok", "once", button);

        assertEquals("1", count("check_in_plan"));
        assertEquals("1", count("check_in"));
    }

    @Test
    void the_same_form_with_other_words_records_another_thing() throws SQLException {
        String[] first = attempt("the river was too high", "participant[]", participant);
        String[] other = first.clone();
        other[indexOf(other, "the river was too high")] = "a patrol came";
        assertEquals(303, haneul.post(here("/attempts/new"), first).status());
        assertEquals(303, haneul.post(here("/attempts/new"), other).status());

        assertEquals("2", count("attempt"));
    }

    @Test
    void an_entry_is_corrected_once() throws SQLException {
        String entry = of("select p.standing_entry from participant p", "and p.label = 'A'");
        twice(
                haneul,
                "/entries/" + entry + "/correction?stage=CONTACT",
                form(
                        "happened",
                        Intake.today(),
                        "place.country",
                        "CN",
                        "knownOn",
                        Intake.today(),
                        "certainty",
                        "PROBABLE",
                        "correctionReason",
                        "the cousin was not sure"));

        assertNotEquals(entry, of("select p.standing_entry from participant p", "and p.label = 'A'"));
        assertEquals(
                "2",
                Intake.value(
                        "select count(*) from stage_entry where participant_id = ?", UUID.fromString(participant)));
    }

    @Test
    void a_name_is_corrected_once() throws SQLException {
        String names = "/participants/" + participant + "/names/new";
        haneul.post(here(names), form("kind", "ALIAS", "hangul", "봄이네"));
        String wrong = of("select n.id from person_name n", "");
        twice(haneul, "/names/" + wrong + "/correction", form("kind", "ALIAS", "hangul", "봄이"));

        assertEquals("2", count("person_name"), "the wrong one is struck, the right one stands");
        assertEquals("1", of("select count(*) from person_name n", "and n.struck_at is null"));
    }

    @Test
    void a_case_is_asked_to_be_erased_once() throws SQLException {
        twice(Caller.signedIn("seo"), "/erasure", form("reason", "They asked us to forget them."));

        assertEquals("1", count("erasure"));
    }

    @Test
    void a_case_is_split_once() throws SQLException {
        Caller seo = Caller.signedIn("seo");
        String other = of("select p.id from participant p", "and p.label = 'B'");
        String why = "She goes on alone, with others.";
        twice(seo, "/split", form("participant[]", other, "kind", "INDIVIDUAL", "route", "LAND_VIA_CHINA", "why", why));
        assertEquals("1", count("taken_out"));
        assertEquals("1", Intake.value("select people from case_file where number = ?", number));
    }

    @Test
    void a_change_is_stored_once_and_says_so_twice() throws SQLException {
        haneul.post(here("/attempts/new"), attempt("", "participant[]", participant));
        String attempt = "/attempts/" + of("select a.id from attempt a", "");
        twice(haneul, attempt, attempt("a patrol came", "version", "0", "correctionReason", "told by a neighbour"));

        assertEquals("2", of("select count(*) from attempt a", ""));
        assertTrue(haneul.get(here(attempt)).text().contains("a patrol came"));
    }

    @Test
    void what_sees_to_it_names_no_sender_and_shows_itself_to_who_knows_the_key() throws SQLException {
        haneul.post(here("/attempts/new"), attempt("", "participant[]", participant));
        try (Connection application = Stack.running().asApplication();
                Statement statement = application.createStatement();
                ResultSet seen = statement.executeQuery("select count(*) from idempotency_key")) {
            assertTrue(seen.next());
            assertEquals(0, seen.getInt(1));
        }
        assertEquals(
                "created\nkey\nresult_path",
                Intake.value("select column_name from information_schema.columns"
                        + " where table_name = 'idempotency_key' order by column_name"));
    }

    /** Both times the sender is led to the same page, and told the same. */
    private void twice(Caller who, String path, String... fields) {
        Caller.Answer first = who.post(here(path), fields);
        assertEquals(303, first.status(), path);
        String told = notice(who.follow(first));
        Caller.Answer second = who.post(here(path), fields);
        assertEquals(303, second.status(), path + " again");
        assertEquals(first.header("Location"), second.header("Location"), path);
        assertEquals(told, notice(who.follow(second)), path);
    }

    private static String notice(Caller.Answer page) {
        return page.text()
                .lines()
                .filter(line -> line.contains("class=\"notice\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said at " + page.status()));
    }

    private static String[] attempt(String consequences, String... more) {
        return form(Stream.of(
                        new String[] {"happened", "2019", "outcome", "TURNED_BACK", "consequences", consequences}, more)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    /** A form with a key of its own. */
    private static String[] form(String... fields) {
        return Stream.concat(Stream.of("once", UUID.randomUUID().toString()), Stream.of(fields))
                .toArray(String[]::new);
    }

    private static int indexOf(String[] fields, String value) {
        return java.util.List.of(fields).indexOf(value);
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }

    private String count(String table) throws SQLException {
        return of("select count(*) from " + table + " t", "");
    }

    /** The only value of what is selected from a table of this case. */
    private String of(String select, String condition) throws SQLException {
        String alias = select.substring(select.length() - 1);
        return Intake.value(
                select + " join case_file c on c.id = " + alias + ".case_id where c.number = ? " + condition, number);
    }
}
