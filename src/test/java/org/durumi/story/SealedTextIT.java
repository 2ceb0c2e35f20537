package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.durumi.kernel.Texts;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody said of a journey lies in the database only sealed, and opens where it was sealed or nowhere. */
class SealedTextIT {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, ZoneOffset.UTC);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String words = "중추절 무렵 " + run + "w";
    private final String place = "Mengla " + run + "p";
    private final String reason = "told by a cousin " + run + "r";
    private final String authority = "勐腊 police " + run + "a";
    private final String facility = "border post " + run + "f";
    private final String mistake = "the cousin was wrong " + run + "s";

    private Caller haneul;
    private String number;
    private String participant;

    @BeforeEach
    void a_woman_is_held_and_the_entry_is_corrected() throws SQLException {
        haneul = Caller.signedIn("haneul");
        haneul.post("/language", "language", "en", "back", "/");
        number = Intake.opensCase(haneul);
        participant = Intake.value(
                "select p.id from participant p join case_file f on f.id = p.case_id where f.number = ? and p.label = 'A'",
                number);
        String version = Intake.value("select version from participant where id = ?", UUID.fromString(participant));
        post("/stages/new?stage=DETENTION", "who[]", participant + "." + version);
        post("/entries/" + standing() + "/correction", "stage", "DETENTION", "correctionReason", mistake);
    }

    @Test
    void nothing_of_it_stands_in_clear_in_any_table_and_the_case_page_says_all_of_it() throws SQLException {
        String stored = everything();
        String page = haneul.get("/cases/" + number).text();

        assertTrue(stored.contains(standing()), "the rows of the journey were read");
        for (String said : List.of(words, place, reason, authority, facility, mistake)) {
            assertTrue(page.contains(said), said);
            assertFalse(stored.contains(said), said);
            assertFalse(stored.contains(hex(said)), said);
            assertFalse(stored.contains(hex(said.substring(said.indexOf(run)))), said);
        }
    }

    @Test
    void a_sealed_value_in_another_row_of_the_same_case_says_nothing_and_the_rest_stands() throws SQLException {
        asSuperuser("alter table stage_entry disable trigger stage_entry_kept");
        try {
            asSuperuser("""
                    update stage_entry first set sealed = held.sealed
                    from stage_entry held
                    where first.participant_id = held.participant_id and first.position = 1 and held.id = '%s'
                    """.formatted(standing()));
        } finally {
            asSuperuser("alter table stage_entry enable trigger stage_entry_kept");
        }

        Caller.Answer page = haneul.get("/cases/" + number + "/timeline");

        assertEquals(200, page.status());
        assertTrue(page.text().contains(TEXTS.text("changed-outside.entry")), "the entry says that it was changed");
        assertTrue(page.text().contains(TEXTS.text("changed-outside.case", 1)), "and so does the case");
        assertTrue(page.text().contains(reason), "the other entries stand");
        for (String path : List.of("/summary.pdf", "/entries/" + standing() + "/correction")) {
            assertEquals(200, haneul.get("/cases/" + number + path).status(), path);
        }
    }

    @Test
    void no_key_is_asked_for_before_the_access_is_recorded() throws SQLException {
        asSuperuser("revoke select on case_key from durumi_app");
        try {
            assertEquals(500, haneul.get("/cases/" + number).status(), "recorded, and then the key was asked for");
            asSuperuser("revoke insert on access_entry from durumi_log");
            assertEquals(503, haneul.get("/cases/" + number).status(), "not recorded, and no key was asked for");
        } finally {
            asSuperuser("grant insert on access_entry to durumi_log");
            asSuperuser("grant select on case_key to durumi_app");
        }
        assertTrue(haneul.get("/cases/" + number).text().contains(reason));
    }

    private void post(String path, String... more) {
        String[] fields = {
            "once",
            UUID.randomUUID().toString(),
            "happened",
            Intake.today(),
            "happened.qualifier",
            "EXACT",
            "happened.words",
            words,
            "place",
            place,
            "place.country",
            "CN",
            "knownOn",
            Intake.today(),
            "certainty",
            "CONFIRMED",
            "reason",
            reason,
            "authority",
            authority,
            "facility",
            facility,
            "acknowledged",
            "NO",
            "goalKnown",
            "SUSPECTED"
        };
        String[] all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        assertEquals(303, haneul.post("/cases/" + number + path, all).status(), path);
    }

    private String standing() throws SQLException {
        return Intake.value("select standing_entry from participant where id = ?", UUID.fromString(participant));
    }

    /** Every row of every table, as text; bytes as hexadecimal digits. */
    private static String everything() throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (String table : Intake.rows("select tablename from pg_tables where schemaname = 'public'")) {
            rows.append(Intake.value("select t::text from " + table + " t")).append('\n');
        }
        return rows.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void asSuperuser(String statement) throws SQLException {
        try (Connection superuser = Stack.running().asSuperuser();
                Statement executed = superuser.createStatement()) {
            executed.execute(statement);
        }
    }
}
