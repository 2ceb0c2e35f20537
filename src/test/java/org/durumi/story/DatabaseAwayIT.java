package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.Test;

/** What cannot be recorded is not shown: the access log fails closed, and recovers without a restart. */
class DatabaseAwayIT {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int TIMES = 5;

    @Test
    void a_case_whose_opening_cannot_be_recorded_is_not_opened() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String number = Intake.opensCase(haneul);
        assertTrue(haneul.get("/cases/" + number).text().contains("Liaoning"));
        Caller seo = Caller.signedIn("seo");
        String version = Intake.value("select version from case_file where number = ?", number);

        asOwner("revoke insert on access_entry from durumi_log");
        try {
            for (String path : List.of("/cases", "/cases/" + number, "/cases/" + number + "/summary.pdf")) {
                Caller.Answer refused = haneul.get(path);
                assertEquals(503, refused.status(), path);
                assertFalse(refused.text().contains("Liaoning"), path);
                assertFalse(refused.text().contains("%PDF"), path);
                assertTrue(refused.requestId().length() > 0, "the number of the request for " + path);
            }
            assertEquals(
                    503,
                    seo.post("/cases/" + number + "/closure", "closeReason", "OTHER", "why", "a try")
                            .status());
        } finally {
            asOwner("grant insert on access_entry to durumi_log");
        }
        assertEquals(version, Intake.value("select version from case_file where number = ?", number));
        assertEquals(200, haneul.get("/cases/" + number).status());
    }

    @Test
    void a_change_whose_entry_cannot_be_written_is_not_stored() throws SQLException {
        Caller haneul = Caller.signedIn("haneul");
        String stored = "select (select count(*) from case_file), (select count(*) from stage_entry)";
        String before = Intake.value(stored);

        asOwner("revoke insert on access_entry from durumi_app");
        try {
            assertEquals(
                    503,
                    haneul.post("/cases/new?kind=PAIR", Intake.pair(UUID.randomUUID(), Intake.today()))
                            .status());
        } finally {
            asOwner("grant insert on access_entry to durumi_app");
        }
        assertEquals(before, Intake.value(stored));
    }

    @Test
    void whoever_is_signed_in_is_told_so_at_once_and_the_log_says_it_once() throws Exception {
        Caller haneul = Caller.signedIn("haneul");
        haneul.post("/language", "language", "en", "back", "/");
        String number = Intake.opensCase(haneul);
        Path log = Stack.running().log().resolve("payara.log");
        long before = Files.size(log);

        Caller korean = Caller.guest();
        Stack.running().withoutDatabase(() -> {
            for (String path : List.of("/cases", "/cases/" + number, "/my-session", "/sign-in")) {
                for (int i = 0; i < TIMES; i++) {
                    long asked = System.nanoTime();
                    Caller.Answer away = haneul.get(path);
                    assertTrue(Duration.ofNanos(System.nanoTime() - asked).compareTo(LONGEST) < 0, path);
                    assertEquals(503, away.status(), path);
                    assertEquals(
                            "Durumi cannot be reached for a moment",
                            away.document().expectFirst("h1").text(),
                            path);
                    assertTrue(away.header("Content-Security-Policy").contains("default-src 'none'"), path);
                }
            }
            assertEquals(
                    "지금은 두루미에 연결할 수 없습니다",
                    korean.send(korean.request("/cases")
                                    .setHeader(
                                            "Cookie",
                                            haneul.cookie()
                                                    .replaceAll(
                                                            "; __Host-durumi-language=[a-z]+|__Host-durumi-language=[a-z]+; ",
                                                            ""))
                                    .setHeader("Accept-Language", "ko"))
                            .document()
                            .expectFirst("h1")
                            .text());
            Caller.Answer lost =
                    haneul.post("/cases/" + number + "/closure", "closeReason", "OTHER", "why", "a long try");
            assertEquals(503, lost.status());
            assertEquals("a long try", lost.document().expectFirst("textarea").text(), "what was typed is given back");
            Caller.Answer ready = Caller.guest().get("/health/ready");
            assertEquals("503 not ready\n", ready.status() + " " + ready.text());
        });

        long end = System.nanoTime() + RECOVERY.toNanos();
        Caller.Answer again = haneul.get("/cases/" + number);
        while (again.status() != 200 && System.nanoTime() < end) {
            again = haneul.get("/cases/" + number);
        }
        assertEquals(200, again.status());
        Stack.running().awaitSignIn();

        String whole = Files.readString(log, StandardCharsets.ISO_8859_1);
        String said = whole.substring((int) before);
        assertTrue(whole.contains("the database is away"), "said once a minute, perhaps for another test");
        assertTrue(said.split("the database is away", -1).length <= 2, said);
        assertFalse(said.contains("\tat "), said);
    }

    @Test
    void a_database_without_room_says_so_in_its_own_words() throws SQLException {
        limitRoom("set temp_file_limit = '64kB'");
        try {
            assertReady("503 disk of the database full\n");
        } finally {
            limitRoom("reset temp_file_limit");
        }
        assertReady("200 ready\n");
    }

    /** What the role may put on the disk, from its next connections on. */
    private static void limitRoom(String change) throws SQLException {
        try (Connection superuser = Stack.running().asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("alter role durumi_app " + change);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'durumi_app'");
        }
    }

    private static void assertReady(String expected) {
        long end = System.nanoTime() + RECOVERY.toNanos();
        String said = "";
        while (!said.equals(expected) && System.nanoTime() < end) {
            Caller.Answer ready = Caller.guest().get("/health/ready");
            said = ready.status() + " " + ready.text();
        }
        assertEquals(expected, said);
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = Stack.running().asOwner();
                Statement executed = owner.createStatement()) {
            executed.execute(statement);
        }
    }
}
