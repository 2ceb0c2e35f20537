package org.durumi.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody rewrites the access log, and an auditor reads it. */
@ExtendWith(ArquillianExtension.class)
class AppendOnlyIT {
    private static final Actor OH =
            new Actor(new UserId("oh"), Set.of(Role.AUDITOR), Optional.empty(), "0123456789abcdef");
    private static final Actor HANEUL = new Actor(new UserId("haneul"), Set.of(Role.CASEWORKER), Optional.empty(), "");
    private static final CaseNumber NUMBER = new CaseNumber("C-2026-7F3KQM");

    private static final String WRITTEN_BY_HAND = """
            insert into access_entry
                (recorded_at, actor, action, field_groups, actor_role, session_tag, outcome, case_refs, request_id)
            values (%s, 'CASEWORKER', '', 'DONE', '{}', gen_random_uuid())
            """;

    @Inject
    Requests requests;

    @Inject
    AccessLog log;

    @Inject
    Macs macs;

    @Inject
    AccessLogService reading;

    @Test
    void no_role_changes_an_entry_and_the_log_role_does_not_even_read() throws Exception {
        requests.does(OH, () -> log.record(Access.of(AccessAction.LIST, AccessGroup.LOG)));
        String update = "update access_entry set actor = 'nobody'";
        String delete = "delete from access_entry";
        String truncate = "truncate access_entry";
        String read = "select * from access_entry";
        String insert = "insert into access_entry (%s, recorded_at, actor, actor_role, session_tag, action, outcome,"
                + " case_refs, field_groups, request_id) overriding system value values (%s, now(), 'x', 'NONE', '',"
                + " 'OPEN', 'DONE', '{}', '{}', '00000000-0000-4000-8000-000000000000')";
        List<String> between = List.of(insert.formatted("id", "-1"), insert.formatted("xid", "'3'"));

        try (Connection asLog = Database.log();
                Connection asApp = Database.app();
                Connection asOwner = Database.owner()) {
            for (String forbidden : List.of(update, delete, truncate, read)) {
                assertRefused(asLog, forbidden);
            }
            for (String forbidden : List.of(update, delete, truncate)) {
                assertRefused(asApp, forbidden);
                assertRefused(asOwner, forbidden);
            }
            for (String forbidden : between) {
                assertRefused(asLog, forbidden);
                assertRefused(asApp, forbidden);
            }
        }
    }

    @Test
    void the_database_takes_only_words_it_knows() throws Exception {
        try (Connection asLog = Database.log()) {
            assertThrows(SQLException.class, () -> insert(asLog, "STARED", "{}"));
            for (String cases :
                    List.of("{Kunming}", "{NULL}", "{{C-2026-AAAAAA}}", "{\"C-2026-AAAAAA,C-2026-BBBBBB\"}")) {
                assertThrows(SQLException.class, () -> insert(asLog, "OPEN", cases), cases);
            }
            for (String entry : List.of(
                    "now(), '임설옥', 'OPEN', '{}'",
                    "now(), 'Rim Sol Ok', 'OPEN', '{}'",
                    "now(), 'haneul', 'OPEN', '{free text}'",
                    "now(), 'haneul', 'OPEN', '{NULL}'",
                    "now(), 'haneul', 'OPEN', '{{CASE}}'",
                    "now(), 'haneul', 'OPEN', '{CASE,Hyesan}'")) {
                assertRefused(asLog, WRITTEN_BY_HAND.formatted(entry));
            }
        }
    }

    @Test
    void nobody_writes_an_entry_of_another_day() throws Exception {
        try (Connection asLog = Database.log();
                Connection asApp = Database.app()) {
            Database.asOwner("delete from told_database");
            try {
                for (String moment : List.of(
                        "now() - interval '61 seconds'",
                        "now() + interval '61 seconds'",
                        "'2099-10-01'",
                        "'2026-01-01'")) {
                    String entry = WRITTEN_BY_HAND.formatted(moment + ", 'haneul', 'OPEN', '{}'");
                    assertRefused(asLog, entry);
                    assertRefused(asApp, entry);
                }
                requests.does(OH, () -> log.record(Access.of(AccessAction.LIST, AccessGroup.LOG)));
            } finally {
                Database.asOwner("insert into told_database values (true)");
            }
            assertRefused(asApp, "insert into told_database values (true)");
            assertRefused(asLog, "delete from told_database");
        }
    }

    @Test
    void what_the_application_did_not_write_is_shown_as_such_and_breaks_no_page() throws Exception {
        UserId forger = new UserId("forger-" + UUID.randomUUID());
        Actor real = new Actor(forger, Set.of(Role.CASEWORKER), Optional.empty(), "");
        requests.does(
                real,
                () -> log.record(Access.of(AccessAction.OPEN, AccessGroup.CASE).on(NUMBER)));
        requests.does(
                real,
                () -> log.refused(Access.of(AccessAction.OPEN, AccessGroup.CASE).on(NUMBER)));
        try (Connection asLog = Database.log();
                Statement statement = asLog.createStatement()) {
            statement.executeUpdate(WRITTEN_BY_HAND.formatted("now(), '" + forger + "', 'EXPORT', '{CASE}'"));
        }
        asSuperuser(
                "set local session_replication_role = replica",
                "update access_entry set action = 'LIST' where outcome = 'REFUSED' and actor = '" + forger + "'");

        List<AccessEntry> entries =
                requests.as(OH, () -> reading.newest(filter(Optional.of(forger), Optional.empty(), Optional.empty())));

        assertEquals(
                List.of("EXPORT false", "LIST false", "OPEN true"),
                entries.stream()
                        .map(each -> each.action().orElseThrow() + " " + each.isGenuine(macs))
                        .toList());
    }

    @Test
    void a_word_of_a_newer_version_is_read_as_unknown() throws Exception {
        UserId newer = new UserId("newer-" + UUID.randomUUID());
        String groups =
                definition("conrelid = 'access_entry'::regclass and conname = 'access_entry_field_groups_check'");
        String acts = definition("contypid = 'access_action'::regtype");
        asSuperuser(
                "alter table access_entry drop constraint access_entry_field_groups_check",
                "alter domain access_action drop constraint access_action_check",
                WRITTEN_BY_HAND.formatted("now(), '" + newer + "', 'TELEPORT', '{CASE,DREAM}'"));
        try {
            AccessEntry entry = requests.as(
                            OH, () -> reading.newest(filter(Optional.of(newer), Optional.empty(), Optional.empty())))
                    .get(0);

            assertEquals(Optional.empty(), entry.action());
            assertEquals(List.of(Optional.of(AccessGroup.CASE), Optional.empty()), entry.groups());
        } finally {
            asSuperuser(
                    "set local session_replication_role = replica",
                    "delete from access_entry where actor = '" + newer + "'",
                    "alter table access_entry add constraint access_entry_field_groups_check " + groups,
                    "alter domain access_action add constraint access_action_check " + acts);
        }
    }

    private static String definition(String which) throws SQLException {
        return Database.lines("select pg_get_constraintdef(oid) from pg_constraint where " + which)
                .get(0);
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            superuser.commit();
        }
    }

    @Test
    void an_auditor_filters_by_person_case_act_and_outcome() throws Exception {
        requests.does(
                HANEUL,
                () -> log.refused(Access.of(AccessAction.OPEN, AccessGroup.CASE).on(NUMBER)));

        AccessEntry entry = read(Optional.of(HANEUL.id()), Optional.of(NUMBER), Optional.of(AccessAction.OPEN))
                .get(0);

        assertTrue(entry.isRefused());
        assertEquals(List.of(NUMBER.value()), entry.cases());
        assertEquals(List.of(Optional.of(AccessGroup.CASE)), entry.groups());
        assertEquals("CASEWORKER", entry.actorRole());
        assertEquals(List.of(), read(Optional.of(OH.id()), Optional.of(NUMBER), Optional.empty()));
    }

    @Test
    void the_page_before_is_found_from_its_last_line() throws Exception {
        for (int i = 0; i < 3; i++) {
            requests.does(OH, () -> log.record(Access.of(AccessAction.SEARCH, AccessGroup.CASE)));
        }
        List<AccessEntry> all = read(Optional.of(OH.id()), Optional.empty(), Optional.of(AccessAction.SEARCH));
        AccessEntry first = all.get(0);

        List<AccessEntry> older = requests.as(
                OH,
                () -> reading.newest(new AccessFilter(
                        Instant.EPOCH,
                        Instant.now().plusSeconds(60),
                        Optional.of(OH.id()),
                        Optional.empty(),
                        Optional.of(AccessAction.SEARCH),
                        Optional.of(AccessOutcome.DONE),
                        Optional.empty(),
                        Optional.of(new AccessFilter.Cursor(first.recordedAt(), first.id())))));

        assertEquals(all.get(1).id(), older.get(0).id());
    }

    @Test
    void nobody_but_an_auditor_reads_and_the_reading_itself_is_recorded() throws Exception {
        assertThrows(
                NotFound.class,
                () -> requests.as(
                        HANEUL, () -> reading.newest(filter(Optional.empty(), Optional.empty(), Optional.empty()))));

        AccessEntry newest =
                read(Optional.empty(), Optional.empty(), Optional.empty()).get(0);

        assertEquals(OH.id(), newest.actor());
        assertEquals(Optional.of(AccessAction.LIST), newest.action());
        assertEquals(List.of(Optional.of(AccessGroup.LOG)), newest.groups());
    }

    private List<AccessEntry> read(Optional<UserId> who, Optional<CaseNumber> number, Optional<AccessAction> action)
            throws Exception {
        return requests.as(OH, () -> reading.newest(filter(who, number, action)));
    }

    private static AccessFilter filter(
            Optional<UserId> who, Optional<CaseNumber> number, Optional<AccessAction> action) {
        return new AccessFilter(
                Instant.EPOCH,
                Instant.now().plusSeconds(60),
                who,
                number,
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void insert(Connection connection, String action, String cases) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into access_entry
                        (recorded_at, actor, actor_role, session_tag, action, outcome, case_refs, field_groups, request_id)
                    values (now(), 'haneul', 'CASEWORKER', '', '%s', 'DONE', '%s', '{}', gen_random_uuid())
                    """.formatted(action, cases));
        }
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThrows(SQLException.class, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
