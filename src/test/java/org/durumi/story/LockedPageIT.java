package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.launcher.DemoPostgres;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After a start with a key in two parts, nothing works until an administrator has typed theirs. */
class LockedPageIT {
    private static final String DATABASE = "durumi_locked";
    private static final String ADMIN = "00000000-0000-4000-8000-0000000000a6";
    private static final String BAE = "00000000-0000-4000-8000-0000000000a4";
    private static final String ANY_MAC = "decode(repeat('00', 32), 'hex')";
    private static final String PART = "barley lantern crane needle winter river";

    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    private static Stack stack;
    private static Path keys;

    @BeforeAll
    static void another_installation_with_a_key_in_two_parts() throws IOException {
        MAILS.start();
        stack = Stack.running();
        stack.postgres().prepareDurumi(DATABASE, Path.of("config/postgres/roles.sql"));
        keys = Files.createTempDirectory(Stack.directory(), "keys");
        try (Stream<Path> files = Files.list(stack.keys())) {
            for (Path each : files.toList()) {
                Files.copy(each, keys.resolve(each.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        restart("two-part");
    }

    @AfterAll
    static void the_usual_installation() {
        MAILS.stop();
        stack.restartApplication();
    }

    @Test
    void a_locked_application_opens_with_the_part_of_an_administrator_and_with_no_other_key() throws Exception {
        assertEverythingIsLocked();
        try (Browser browser = Browser.open();
                Visit admin = browser.signedIn("admin").speak(Locale.KOREAN)) {
            admin.screenshot("locked-ko");
            admin.assertAccessible();
            admin.speak(Locale.ENGLISH).screenshot("locked-en");

            admin.page().click("main a[href='/unlock']");
            admin.screenshot("unlock-first-en");
            types(admin, "short", "short");
            assertErrorAt(admin, "secret");
            types(admin, PART, PART + "x");
            assertErrorAt(admin, "secret-again");
            assertFalse(admin.page().content().contains(PART), "what was typed is never sent back");
            types(admin, PART, PART);
            // From now on it is known that nobody has a role here: the first administrator gets theirs on the server.
            admin.page().waitForSelector("main a[href='/sign-in']");
            assertEquals("200 ready\n", health("ready"));
            assertEquals(403, Caller.tries("admin").status());
            assertTrue(staffTool("roles-as-seen").startsWith(ADMIN + "  ADMINISTRATOR"));
            String list = staffTool("roles-as-seen");
            assertEquals(2, list.lines().count(), "nobody else has come in");
            String sum = list.replaceAll("(?s).* yes ([0-9a-f]{8})».*", "$1");
            assertEquals("Done.", staffTool("roles-as-seen", "yes", sum));
            assertEquals(200, Caller.signedIn("admin").get("/sessions").status());
            assertEquals(200, Caller.guest().get("/").status());
            admin.assertNoComplaints();
        }

        restart("two-part");
        assertEverythingIsLocked();
        somebodyWaits();
        assertEquals(403, Caller.tries("yun").status(), "whose role one administrator alone asked for");
        hasARole();
        Caller bae = Caller.signedIn("bae");
        assertEquals(404, bae.get("/unlock").status());
        losesTheRole();
        assertEquals(302, bae.get("/unlock").status(), "out at once, though nobody can check a MAC");
        assertEquals(403, Caller.tries("bae").status());
        Caller haneul = Caller.signedIn("haneul");
        assertEquals(404, haneul.get("/unlock").status());
        for (String path : List.of(
                "/cases",
                "/brokers",
                "/no-such-page",
                "/assets",
                "/unlock/",
                "/assets/../cases",
                "/assets/%2e%2e/cases")) {
            assertEquals(503, haneul.get(path).status(), path);
        }
        assertEquals(
                503,
                haneul.post("/cases/new?kind=PAIR", Intake.pair(UUID.randomUUID(), "never stored"))
                        .status());
        try (Browser browser = Browser.open();
                Visit admin = browser.signedIn("admin").speak(Locale.KOREAN)) {
            admin.open("/unlock");
            admin.screenshot("unlock-ko");
            admin.assertAccessible();
            admin.page().fill("#secret", PART.toUpperCase(Locale.ROOT));
            admin.page().click("main form .button");
            assertErrorAt(admin, "secret");
            admin.screenshot("unlock-wrong-ko");
            assertEverythingIsLocked();
            admin.page().fill("#secret", PART);
            admin.page().click("main form .button");
            admin.page().waitForSelector(".notice");
            assertEquals("200 ready\n", health("ready"));
            admin.assertNoComplaints();
        }
        assertEquals(302, haneul.get("/cases").status(), "who came while it was locked, without a role here");
        assertEquals(403, Caller.tries("haneul").status());
        assertEquals(
                List.of(
                        "CONFIGURATION DONE",
                        "CONFIGURATION REFUSED",
                        "CONFIGURATION REFUSED",
                        "CONFIGURATION REFUSED",
                        "CONFIGURATION DONE"),
                lines("select action || ' ' || outcome from access_entry where field_groups = '{KEY}' order by id"));
        assertInNoLog(PART);

        restart("two-part");
        assertEverythingIsLocked();
        assertEquals("This is not the passphrase.", typedHere("quite another passphrase"));
        assertEquals("503 locked\n", health("ready"));
        assertEquals("The node is unlocked.", typedHere(PART));
        assertEquals("200 ready\n", health("ready"));
        assertEquals(
                List.of("SYSTEM CONFIGURATION REFUSED", "SYSTEM CONFIGURATION DONE"),
                lines(
                        "select actor_role || ' ' || action || ' ' || outcome from access_entry where actor = 'unlock-tool'"
                                + " order by id"));
        assertEquals(404, Caller.guest().post("/health/unlock", "secret", PART).status(), "not where everybody is");
        assertInNoLog(PART);

        a_missed_check_in_is_told_while_everything_is_locked();
        unreadable_key_files_are_said_before_anybody_types();
        keys_that_were_not_restored_are_said_before_anybody_types();

        // The part in the file alone is not the key that was made of both.
        restart("file");
        assertEquals("503 wrong key\n", health("ready"));
        Caller.Answer refused = Caller.guest().get("/");
        assertEquals(503, refused.status());
        assertTrue(refused.text().contains("is not the key of this database"));
    }

    /** After a start at night nobody has typed anything: somebody is told all the same, within a minute. What needs the keys waits for them. */
    private static void a_missed_check_in_is_told_while_everything_is_locked()
            throws SQLException, IOException, MessagingException {
        restart("two-part");
        assertEverythingIsLocked();
        try (Connection superuser = stack.postgres().connect(DATABASE, DemoPostgres.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            for (String each : AWAITED.split(";")) {
                statement.execute(each);
            }
            Instant latest = Instant.now().plusSeconds(60);
            int told = 0;
            while (told < 2 && Instant.now().isBefore(latest)) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) from notice n join check_in_step s on s.id = n.step_id, pg_sleep(0.5)"
                                + " where s.step = 'SUPERVISORS' or n.user_id = 'somebody'")) {
                    row.next();
                    told = row.getInt(1);
                }
            }
            assertEquals(2, told, "who works on the case, and the supervisor of the team");
            assertTrue(MAILS.waitForIncomingEmail(40_000, 1), "and one address of the organisation");
            assertEquals("두루미가 잠겨 있습니다 / Durumi is locked", MAILS.getReceivedMessages()[0].getSubject());
            assertFalse(GreenMailUtil.getWholeMessage(MAILS.getReceivedMessages()[0])
                    .contains("0CKED0"));
            assertEquals(List.of("REASSESS 0"), lines("select kind || ' ' || failures from job"), "waits for the keys");
            assertEquals("The node is unlocked.", typedHere(PART));
            Instant done = Instant.now().plusSeconds(40);
            while (!lines("select id from job, pg_sleep(0.5)").isEmpty()
                    && Instant.now().isBefore(done)) {
                // Until it was taken: the case is closed, and nothing was decided of it, so that nothing is to be
                // reckoned.
            }
            assertEquals(List.of(), lines("select failure from job"));
            restart("two-part");
            statement.execute("delete from notice; delete from check_in_step; delete from check_in_climb;"
                    + " delete from assignment; delete from case_file");
        }
        assertEverythingIsLocked();
    }

    /** A case and somebody in it of whom nobody has heard for an hour. */
    private static final String AWAITED = """
            set session_replication_role = replica;
            insert into team values ('7d9c1d5e-0000-4000-8000-00000000000f', 'locked');
            insert into staff_member values ('somebody', 'somebody', 'CASEWORKER', null, 0),
                ('supervisor', 'supervisor', 'SUPERVISOR', null, 0);
            insert into membership (id, user_id, team_id, since, entered_by, mac) values
                (gen_random_uuid(), 'supervisor', '7d9c1d5e-0000-4000-8000-00000000000f', now(), 'x', decode(repeat('00', 32), 'hex'));
            insert into role_grant (id, user_id, role, asked_by, asked_at, mac)
                select gen_random_uuid(), user_id, roles, 'x', now(), decode(repeat('00', 32), 'hex') from staff_member
                where user_id in ('somebody', 'supervisor');
            insert into role_confirmation (id, confirmed_by, confirmed_at, mac)
                select id, 'y', now(), mac from role_grant where user_id in ('somebody', 'supervisor');
            insert into case_file (id, number, kind, route, destination, priority, team_id, stage, country, level, people, opened_by,
                    opened_at, changed_at, closed_at, closed_by, close_reason, described, mac, headline_mac, version)
                values ('7d9c1d5e-0000-4000-8000-0000000000c1', 'C-2026-0CKED0', 'INDIVIDUAL', 'OTHER', '', 'NORMAL',
                    '7d9c1d5e-0000-4000-8000-00000000000f', 'CONTACT', '', 'LOW', 1, 'somebody', now(), now(), now(), 'supervisor',
                    'OTHER', 0,
                    decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 0);
            insert into assignment (id, case_id, user_id, since, assigned_by, mac) values
                (gen_random_uuid(), '7d9c1d5e-0000-4000-8000-0000000000c1', 'somebody', now(), 'x', decode(repeat('00', 32), 'hex'));
            insert into check_in_climb (plan_id, case_id, participant_id, interval_hours, grace_minutes, due_at, misses, next_at)
                values (gen_random_uuid(), '7d9c1d5e-0000-4000-8000-0000000000c1', gen_random_uuid(), 24, 30,
                    now() - interval '65 minutes', 0, now() - interval '35 minutes');
            set session_replication_role = origin""";

    private static void unreadable_key_files_are_said_before_anybody_types() throws IOException {
        Path next = keys.resolve("kek-2.key");
        Files.writeString(next, "no key");
        restart("two-part");
        assertEquals("503 wrong key\n", health("ready"));
        assertTrue(Files.readString(stack.log().resolve("payara.log")).contains("kek-2.key can be read by others"));
        Files.delete(next);
        assertEquals("503 locked\n", health("ready"));
    }

    private static void keys_that_were_not_restored_are_said_before_anybody_types() throws SQLException {
        try (Connection superuser = stack.postgres().connect(DATABASE, DemoPostgres.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute("create table kept as select * from organisation_key; delete from organisation_key;"
                    + " create or replace function holds_cases() returns boolean language sql as 'select true'");
            assertEquals("503 keys gone\n", health("ready"));
            assertTrue(Caller.guest().get("/").text().contains("There are cases in this database, but no keys"));
            statement.execute("insert into organisation_key select * from kept; drop table kept");
        }
        assertEquals("503 locked\n", health("ready"));
    }

    /** What {@code bin/unlock} says, run beside the node. */
    private static String typedHere(String part) throws IOException {
        String port = Integer.toString(URI.create(stack.healthUrl()).getPort());
        return typedInto(
                Map.of("DURUMI_BASE_URL", stack.baseUrl(), "DURUMI_HEALTH_PORT", port),
                part,
                "org.durumi.vault.UnlockNode");
    }

    /** What {@code bin/staff} says, for which somebody types their part too. */
    private static String staffTool(String... words) throws IOException {
        return typedInto(
                Map.of(
                        "DURUMI_DATABASE_URL",
                        stack.postgres().url(DATABASE),
                        "DURUMI_DATABASE_PASSWORD",
                        stack.postgres().password(DemoPostgres.APPLICATION),
                        "DURUMI_KEK_SOURCE",
                        "two-part"),
                PART,
                Stream.concat(Stream.of("org.durumi.staff.StaffTool"), Stream.of(words))
                        .toArray(String[]::new));
    }

    private static String typedInto(Map<String, String> environment, String part, String... call) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/classes:" + Files.readString(Path.of("target/libraries"))));
        command.addAll(List.of(call));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().putAll(environment);
        program.environment().put("DURUMI_KEYS_DIRECTORY", keys.toString());
        Process running = program.redirectErrorStream(true).start();
        try (OutputStream keyboard = running.getOutputStream()) {
            keyboard.write((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream screen = running.getInputStream()) {
            String said = new String(screen.readAllBytes(), StandardCharsets.UTF_8);
            return said.replace("Passphrase: ", "").strip();
        }
    }

    private static void assertEverythingIsLocked() {
        assertEquals("200 live\n", health("live"));
        assertEquals("503 locked\n", health("ready"));
        Caller guest = Caller.guest();
        for (String path : List.of("/", "/error")) {
            Caller.Answer answer = guest.get(path);
            assertEquals(503, answer.status(), path);
            assertTrue(answer.text().contains("Durumi is locked"), path);
            assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"), path);
        }
    }

    /** A row that nobody can check now, and that gives nothing. */
    private static void somebodyWaits() throws SQLException {
        String yun = "00000000-0000-4000-8000-0000000000a2";
        try (Connection superuser = stack.postgres().connect(DATABASE, DemoPostgres.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute("insert into staff_member (user_id, handle, roles, version) values ('" + yun + "', 'yun',"
                    + " '', 0); insert into role_grant (id, user_id, role, asked_by, asked_at, mac) values"
                    + " (gen_random_uuid(), '" + yun + "', 'CASEWORKER', 'x', now(), decode(repeat('00', 32), 'hex'))");
        }
    }

    /** As whoever does not hold the keys can write it. */
    private static void hasARole() throws SQLException {
        change("insert into staff_member (user_id, handle, roles, version) values ('" + BAE
                + "', 'bae', 'SUPERVISOR', 0);"
                + " insert into role_grant (id, user_id, role, asked_by, asked_at, mac) values (gen_random_uuid(), '"
                + BAE
                + "', 'SUPERVISOR', 'x', now(), " + ANY_MAC + "); insert into role_confirmation (id, confirmed_by,"
                + " confirmed_at, mac) select id, 'y', now(), mac from role_grant where user_id = '" + BAE + "'");
    }

    /** What {@code bin/staff take} writes. */
    private static void losesTheRole() throws SQLException {
        change("insert into role_end (id, ended_at, ended_by, mac) select id, now(), 'staff-tool', mac from role_grant"
                + " where user_id = '" + BAE + "'");
    }

    private static void change(String sql) throws SQLException {
        try (Connection superuser = stack.postgres().connect(DATABASE, DemoPostgres.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void types(Visit admin, String part, String again) {
        Page page = admin.page();
        page.fill("#secret", part);
        page.fill("#secret-again", again);
        page.click("main form .button");
    }

    private static void assertErrorAt(Visit admin, String field) {
        admin.page().waitForSelector(".errors a[href='#" + field + "']");
        assertEquals("true", admin.page().getAttribute("#" + field, "aria-invalid"));
    }

    private static String health(String which) {
        Caller.Answer answer = Caller.guest().get("/health/" + which);
        return answer.status() + " " + answer.text();
    }

    private static void restart(String source) {
        Map<String, String> changed = new HashMap<>();
        changed.put("durumi.demo", "false");
        changed.put("durumi.oidc.acr", "pwd");
        changed.put("durumi.kek.source", source);
        changed.put("durumi.mail.host", "127.0.0.1");
        changed.put("durumi.mail.port", Integer.toString(MAILS.getSmtp().getPort()));
        changed.put("durumi.mail.from", "durumi@durumi.example.org");
        changed.put("durumi.mail.watch", "watch@durumi.example.org");
        changed.put("durumi.keys.directory", keys.toString());
        changed.put("durumi.database.url", stack.postgres().url(DATABASE));
        stack.restartApplicationWith(changed);
    }

    private static List<String> lines(String sql) throws SQLException {
        try (Connection superuser = stack.postgres().connect(DATABASE, DemoPostgres.SUPERUSER);
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static void assertInNoLog(String secret) throws IOException {
        try (Stream<Path> logs = Files.walk(stack.log())) {
            for (Path each : logs.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(secret),
                        each.toString());
            }
        }
    }
}
