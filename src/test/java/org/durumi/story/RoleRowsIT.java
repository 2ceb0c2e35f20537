package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.identity.AccountsDue;
import org.durumi.identity.GivenRoles;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrant;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.RoleGrants.AtConsole;
import org.durumi.identity.SeenGrant;
import org.durumi.identity.StaffShown;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.staff.StaffTeams;
import org.durumi.vault.ToolKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A role that Keycloak names counts only with rows of ours: at the sign-in, and with each request of an open session. */
class RoleRowsIT {
    private static final String ANY_MAC = "decode(repeat('a7', 32), 'hex')";
    private static final String SUBJECT = "00000000-0000-4000-8000-0000000000a";
    private static final String MINE = " user_id = '%1$s' and until is null";
    private static final String CONFIRMATION = "(select id from role_grant where" + MINE + ")";

    /** Of each role one account, the number of its subject, and a page that its role may open. */
    private record Person(String account, String subject, String page) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("yun", SUBJECT + 2, "/cases"),
            new Person("bae", SUBJECT + 4, "/review"),
            new Person("ohjin", SUBJECT + 5, "/access-log"),
            new Person("moon", SUBJECT + 7, "/sessions"));

    private static final Map<String, String> STATES = new LinkedHashMap<>();

    static {
        STATES.put(
                "no row",
                "delete from role_confirmation where id = " + CONFIRMATION + ";" + " delete from role_grant where"
                        + MINE);
        STATES.put("unconfirmed", "delete from role_confirmation where id = " + CONFIRMATION);
        STATES.put(
                "ended",
                "insert into role_end (id, ended_at, ended_by, mac) values (" + CONFIRMATION + ", now(), 'x', "
                        + ANY_MAC + ")");
        STATES.put("forged", "update role_grant set mac = " + ANY_MAC + " where" + MINE);
        STATES.put(
                "a forged confirmation",
                "update role_confirmation set mac = " + ANY_MAC + " where id = " + CONFIRMATION);
        STATES.put(
                "somebody else's, copied",
                "delete from role_confirmation where id = " + CONFIRMATION + "; delete from role_grant where" + MINE
                        + "; update role_grant set user_id = '%1$s' where user_id = '%2$s' and until is null");
        STATES.put(
                "another role",
                "update role_grant set role = case role when 'AUDITOR' then 'CASEWORKER' else 'AUDITOR' end where"
                        + MINE);
    }

    /** What whoever has the application's password may write, without the keys. */
    private static final List<String> WRITTEN_BY_THE_APPLICATION = List.of(
            "insert into role_end (id, ended_at, ended_by, mac) values (" + CONFIRMATION + ", now(), 'x', " + ANY_MAC
                    + ")",
            "insert into role_grant (id, user_id, role, asked_by, asked_at, mac) select gen_random_uuid(), user_id, role,"
                    + " asked_by, asked_at, mac from role_grant where user_id = '%1$s' order by asked_at desc limit 1",
            "insert into role_confirmation (id, confirmed_by, confirmed_at, mac) values (" + CONFIRMATION
                    + ", 'y', now(), " + ANY_MAC + ")");

    private final Stack stack = Stack.running();

    @BeforeEach
    void keep() throws SQLException {
        as(
                stack.asSuperuser(),
                "create table kept_grant as select * from role_grant",
                "create table kept_confirmation as select * from role_confirmation",
                "create table kept_end as select * from role_end");
    }

    @AfterEach
    void put_back() throws SQLException {
        putBack();
        as(stack.asSuperuser(), "drop table kept_grant, kept_confirmation, kept_end");
    }

    private void putBack() throws SQLException {
        as(
                stack.asSuperuser(),
                "set session_replication_role = replica; delete from role_end; delete from role_confirmation;"
                        + " delete from role_grant; insert into role_grant select * from kept_grant;"
                        + " insert into role_confirmation select * from kept_confirmation;"
                        + " insert into role_end select * from kept_end");
    }

    @Test
    void without_a_genuine_confirmed_row_of_the_same_role_nobody_comes_in_or_stays() throws Exception {
        for (Person each : PEOPLE) {
            String other = SUBJECT + (each.account().equals("yun") ? 1 : 2);
            for (Map.Entry<String, String> state : STATES.entrySet()) {
                String where = each.account() + ": " + state.getKey();
                Caller signedIn = Caller.signedIn(each.account());
                assertEquals(200, signedIn.get(each.page()).status(), where);
                long refused = refusedSignIns(each.subject());

                as(stack.asSuperuser(), state.getValue().formatted(each.subject(), other));

                assertEquals(302, signedIn.get(each.page()).status(), where);
                Caller.Answer told = Caller.tries(each.account());
                assertEquals(403, told.status(), where);
                assertEquals(
                        "You may not work in Durumi now",
                        told.document().expectFirst("h1").text(),
                        where);
                assertEquals(refused + 1, refusedSignIns(each.subject()), where);
                putBack();
            }
            Caller signedIn = Caller.signedIn(each.account());
            assertEquals(200, signedIn.get(each.page()).status(), each.account());
            for (String sql : WRITTEN_BY_THE_APPLICATION) {
                as(stack.asApplication(), sql.formatted(each.subject()));
            }
            assertEquals(302, signedIn.get(each.page()).status(), each.account());
            assertEquals(403, Caller.tries(each.account()).status(), each.account());
            putBack();
        }
        assertTrue(
                Long.parseLong(Intake.value("select count(*) from access_entry where outcome = 'REFUSED'"
                                + " and actor_role = 'NONE' and field_groups = '{ROLE}'"))
                        > 0,
                "a forged row is noticed");
    }

    @Test
    void a_genuine_row_of_another_role_than_keycloak_names_gives_neither() throws Exception {
        StaffTeams.staff("take", "moon");
        StaffTeams.staff("take", "yun");
        StaffTeams.staff("role", "yun", "supervisor");
        assertEquals(403, Caller.tries("yun").status(), "the console too waits until they came");
        StaffTeams.staff("role", "yun", "supervisor");

        Caller.Answer told = Caller.tries("yun");
        assertEquals(403, told.status());
        assertEquals(
                "Your role here is another one",
                told.document().expectFirst("h1").text());
        assertEquals("CASEWORKER", Intake.value("select roles from staff_member where user_id = ?", SUBJECT + 2));
    }

    @Test
    void the_application_can_change_no_row_that_gives_a_role() {
        for (String sql : List.of(
                "update role_grant set role = 'SUPERVISOR'",
                "update role_grant set until = null",
                "delete from role_grant",
                "update role_confirmation set confirmed_by = 'x'",
                "delete from role_confirmation",
                "delete from role_end",
                "update role_end set ended_at = now()",
                "update handle_change set handle_from = 'x'",
                "delete from handle_change")) {
            SQLException refused = assertThrows(SQLException.class, () -> as(stack.asApplication(), sql), sql);
            assertEquals("42501", refused.getSQLState(), sql);
        }
    }

    @Test
    void only_two_who_are_administrators_then_give_a_role() throws Exception {
        UserId yun = new UserId(SUBJECT + 2);
        UserId admin = new UserId(SUBJECT + 6);
        UserId moon = new UserId(SUBJECT + 7);
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            RoleGrants roles = roles(database);
            roles.end(yun, signed(RoleGrants.CONSOLE));
            roles.ask(yun, Role.SUPERVISOR, signed(admin));
            RoleGrant waiting = roles.current(yun).orElseThrow();
            refused("role.no-longer", () -> roles.confirm(yun, waiting.id(), signed(yun)));
            refused("role.another", () -> roles.confirm(yun, waiting.id(), signed(admin)));
            assertThrows(ChangedMeanwhile.class, () -> roles.confirm(yun, UUID.randomUUID(), signed(moon)));
            assertThrows(
                    ChangedMeanwhile.class,
                    () -> roles.takeAway(yun, new SeenGrant(waiting.id(), true), signed(moon)),
                    "it does not stand");
            assertThrows(
                    ChangedMeanwhile.class,
                    () -> roles.takeAway(yun, new SeenGrant(UUID.randomUUID(), false), signed(moon)),
                    "it is another one");
            roles.end(admin, signed(RoleGrants.CONSOLE));
            refused("role.void", () -> roles.confirm(yun, waiting.id(), signed(moon)));
            refused("role.no-longer", () -> roles.ask(yun, Role.CASEWORKER, signed(admin)));
            refused("role.no-longer", () -> roles.takeAway(yun, new SeenGrant(waiting.id(), false), signed(admin)));
            SeenGrant own = new SeenGrant(roles.current(moon).orElseThrow().id(), true);
            refused("role.end-own", () -> roles.takeAway(moon, own, signed(moon)));
            application.rollback();
        }
    }

    @Test
    void whose_second_factor_is_taken_away_waits_until_it_is_gone_and_they_came_with_another() throws Exception {
        UserId yun = new UserId(SUBJECT + 2);
        UserId admin = new UserId(SUBJECT + 6);
        UserId moon = new UserId(SUBJECT + 7);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            RoleGrants roles = roles(database);
            StaffShown shown = new StaffShown(database);
            refused("role.no-longer", () -> roles.suspend(yun, signed(yun)));
            roles.suspend(yun, signed(admin));
            RoleGrant first = roles.current(yun).orElseThrow();
            assertEquals(admin, first.asked().by());
            assertTrue(first.confirmation().isEmpty());
            assertTrue(
                    new GivenRoles(database, macs(database))
                            .of(yun).stream()
                                    .anyMatch(
                                            each -> each.ended().map(Signed::by).equals(Optional.of(admin))),
                    "the history says who");
            refused("role.another", () -> roles.confirm(yun, first.id(), signed(admin)));

            shown.came(yun, now.plusSeconds(60));
            refused("staff.factors.owed", () -> roles.confirm(yun, first.id(), signed(moon)));
            Instant due = shown.factorsDue(yun).orElseThrow();
            shown.factorsAreGone(yun, due, now);
            shown.came(yun, now.minusSeconds(60));
            refused("staff.not-met", () -> roles.confirm(yun, first.id(), signed(moon)));
            shown.came(yun, now.plusSeconds(60));

            roles.suspend(yun, signed(admin));
            RoleGrant second = roles.current(yun).orElseThrow();
            assertThrows(
                    ChangedMeanwhile.class,
                    () -> roles.confirm(yun, first.id(), signed(moon)),
                    "of the first they talked with the person");
            shown.factorsAreGone(yun, due, now.plusSeconds(61));
            assertTrue(shown.factorsDue(yun).isPresent(), "a late answer about the first");

            roles.takeAway(yun, new SeenGrant(second.id(), false), signed(moon));
            roles.ask(yun, Role.CASEWORKER, signed(admin));
            RoleGrant third = roles.current(yun).orElseThrow();
            shown.came(yun, now.plusSeconds(120));
            refused("staff.factors.owed", () -> roles.confirm(yun, third.id(), signed(moon)));
            shown.factorsAreGone(yun, shown.factorsDue(yun).orElseThrow(), now.plusSeconds(130));
            shown.came(yun, now.plusSeconds(180));
            roles.confirm(yun, third.id(), signed(moon));

            roles.end(yun, signed(RoleGrants.CONSOLE));
            refused("staff.factors.no-role", () -> roles.suspend(yun, signed(admin)));
            roles.ask(yun, Role.CASEWORKER, signed(admin));
            RoleGrant fourth = roles.current(yun).orElseThrow();
            refused("staff.not-met", () -> roles.confirm(yun, fourth.id(), signed(moon)));
            application.rollback();
        }
    }

    @Test
    void the_console_gives_a_role_to_nobody_who_has_still_to_come() throws Exception {
        UserId yun = new UserId(SUBJECT + 2);
        UserId admin = new UserId(SUBJECT + 6);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Signed console = signed(RoleGrants.CONSOLE);
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            RoleGrants roles = roles(database);
            StaffShown shown = new StaffShown(database);
            roles.suspend(yun, signed(admin));
            roles.end(new UserId(SUBJECT + 7), console);
            assertEquals(AtConsole.HAS_TO_COME, roles.giveAtConsole(yun, Role.CASEWORKER, console), "it waits");
            roles.end(yun, console);
            assertEquals(AtConsole.HAS_TO_COME, roles.giveAtConsole(yun, Role.CASEWORKER, console), "withdrawn");
            shown.factorsAreGone(yun, shown.factorsDue(yun).orElseThrow(), now);
            assertEquals(AtConsole.HAS_TO_COME, roles.giveAtConsole(yun, Role.CASEWORKER, console), "not yet");
            shown.came(yun, now.plusSeconds(60));
            assertEquals(AtConsole.GIVEN, roles.giveAtConsole(yun, Role.CASEWORKER, console));
            application.rollback();
        }
    }

    @Test
    void who_was_invited_and_never_came_is_asked_for_once() throws Exception {
        UserId never = new UserId(UUID.randomUUID().toString());
        UserId admin = new UserId(SUBJECT + 6);
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            database.run(
                    "insert into staff_member (user_id, handle, roles, version) values (?, ?, '', 0)",
                    never.value(),
                    never.value());
            RoleGrants roles = roles(database);
            roles.ask(never, Role.CASEWORKER, signed(admin));
            RoleGrant invited = roles.current(never).orElseThrow();
            roles.takeAway(never, new SeenGrant(invited.id(), false), signed(admin));
            refused("staff.never-came", () -> roles.ask(never, Role.CASEWORKER, signed(admin)));
            refused("staff.never-came", () -> roles.giveAtConsole(never, Role.CASEWORKER, signed(RoleGrants.CONSOLE)));
            application.rollback();
        }
    }

    @Test
    void who_lost_their_role_before_accounts_were_told_is_to_be_disabled() throws Exception {
        String upgrade = Files.readString(Path.of("src/tools/resources/db/migration/V264__accounts.sql"));
        try (Connection superuser = stack.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            Statements database = Statements.on(superuser);
            roles(database).end(new UserId(SUBJECT + 2), signed(RoleGrants.CONSOLE));
            statement.execute("delete from account_due");
            statement.execute(upgrade.replaceAll("(?s).*(insert into account_due [^;]*);.*", "$1"));
            List<String> due = database.list(row -> row.getString(1), "select user_id from account_due");
            assertTrue(due.contains(SUBJECT + 2));
            assertTrue(!due.contains(SUBJECT + 7));
            superuser.rollback();
        }
    }

    @Test
    void what_nobody_knows_to_be_heard_is_due_again_in_a_minute_and_not_taken_from_who_tries_it() throws Exception {
        UserId yun = new UserId(SUBJECT + 2);
        Instant now = Instant.parse("2026-11-29T09:00:00Z");
        try (Connection application = stack.asApplication()) {
            application.setAutoCommit(false);
            Statements database = Statements.on(application);
            AccountsDue due = new AccountsDue(database);
            due.note(yun, now);
            Instant since = due.take(yun, now).orElseThrow();
            assertEquals(Optional.empty(), due.take(yun, now.plusSeconds(4 * 60)), "a try may take so long");
            due.heard(yun, since);
            due.failed(yun, since, now);
            assertTrue(due.isDue(yun), "another one was heard, and this may be carried out after it");
            assertEquals(Optional.empty(), due.take(yun, now.plusSeconds(50)));
            assertTrue(due.take(yun, now.plusSeconds(60)).isPresent());
            application.rollback();
        }
    }

    @Test
    void who_is_left_out_when_everybody_gets_their_role_is_to_be_disabled() throws Exception {
        UserId moon = new UserId(SUBJECT + 7);
        try (Connection superuser = stack.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica; delete from role_end;"
                    + " delete from role_confirmation; delete from role_grant; delete from account_due");
            Statements database = Statements.on(superuser);
            roles(database).giveFirst(Map.of(moon, Role.ADMINISTRATOR), signed(RoleGrants.CONSOLE));
            List<String> due = database.list(row -> row.getString(1), "select user_id from account_due");
            assertTrue(due.contains(SUBJECT + 2));
            assertTrue(!due.contains(moon.value()));
            superuser.rollback();
        }
    }

    private RoleGrants roles(Statements database) {
        return new RoleGrants(database, macs(database));
    }

    private Macs macs(Statements database) {
        return ToolKeys.macs(Map.of("DURUMI_KEYS_DIRECTORY", stack.keys().toString()), database);
    }

    private static Signed signed(UserId who) {
        return new Signed(who, Instant.parse("2026-11-29T09:00:00Z"));
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(RuleViolation.class, act).messageKey());
    }

    private static long refusedSignIns(String subject) throws SQLException {
        return Long.parseLong(Intake.value(
                "select count(*) from access_entry where actor = ? and action = 'SIGN_IN' and outcome = 'REFUSED'",
                subject));
    }

    private static void as(Connection role, String... statements) throws SQLException {
        try (role;
                Statement statement = role.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
