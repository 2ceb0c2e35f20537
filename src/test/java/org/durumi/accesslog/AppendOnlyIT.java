package org.durumi.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;
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

    @Inject
    Requests requests;

    @Inject
    AccessLog log;

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
            assertThrows(SQLException.class, () -> insert(asLog, "OPEN", "{Kunming}"));
        }
    }

    @Test
    void an_auditor_filters_by_person_case_act_and_outcome() throws Exception {
        requests.does(
                HANEUL,
                () -> log.refused(Access.of(AccessAction.OPEN, AccessGroup.CASE).on(NUMBER)));

        AccessEntry entry = read(Optional.of(HANEUL.id()), Optional.of(NUMBER), Optional.of(AccessAction.OPEN))
                .get(0);

        assertEquals(AccessOutcome.REFUSED, entry.outcome());
        assertEquals(List.of(NUMBER.value()), entry.cases());
        assertEquals(List.of(AccessGroup.CASE), entry.groups());
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
        assertEquals(AccessAction.LIST, newest.action());
        assertEquals(List.of(AccessGroup.LOG), newest.groups());
    }

    private List<AccessEntry> read(Optional<UserId> who, Optional<CaseNumber> number, Optional<AccessAction> action)
            throws Exception {
        return requests.as(OH, () -> reading.newest(filter(who, number, action)));
    }

    private static AccessFilter filter(
            Optional<UserId> who, Optional<CaseNumber> number, Optional<AccessAction> action) {
        return new AccessFilter(
                Instant.EPOCH, Instant.now().plusSeconds(60), who, number, action, Optional.empty(), Optional.empty());
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
