package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each job is done once, by whichever of several, however often they are cut off, and none is lost. */
@ExtendWith(ArquillianExtension.class)
class JobsIT {
    private static final Logger LOGGER = Logger.getLogger(JobsIT.class.getName());
    private static final int CASES = 40;
    private static final int ROUNDS = 10;

    /** The day on which these jobs are due: until then the timer of the server leaves them alone. */
    private static final Duration AHEAD = Duration.ofDays(200);

    @Resource
    ManagedExecutorService threads;

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    JobRunner runner;

    @Inject
    Climb climb;

    @Inject
    CaseSearch search;

    @Inject
    Clock clock;

    private Instant then;

    private record Known(CaseNumber number, String id) {}

    @BeforeEach
    void a_team() throws Exception {
        told.northTeam();
        then = clock.instant().plus(AHEAD);
        asSuperuser("delete from job");
        // So far ahead the day after today has come: a case would ask for it again each time.
        asSuperuser(
                "create rule no_day_after_today as on insert to job where new.by_day and new.due_at < now() + interval '2 days'"
                        + " do instead nothing");
    }

    @AfterEach
    void nothing_is_left_to_be_done() throws SQLException {
        asSuperuser("drop rule no_day_after_today on job");
        asSuperuser("update check_in_climb set next_at = null, step = null, reached = null, missed_since = null,"
                + " misses = 0, duress_at = null");
        asSuperuser("delete from job");
    }

    @Test
    void several_do_each_job_once_however_often_they_are_cut_off() throws Exception {
        List<Known> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(aCase());
        }
        int cut = 0;
        Instant now = then;
        for (int round = 1; round <= ROUNDS; round++) {
            for (Known each : cases) {
                ask(each, now);
            }
            cut += cutWhileTwoWork(now);
            // What failed is tried again.
            for (int again = 0; again < 10 && waiting() > 0; again++) {
                now = now.plus(Duration.ofMinutes(61));
                runner.work(now);
            }
            assertEquals(0, waiting(), "round " + round);
            for (Known each : cases) {
                assertEquals(round, assessments(each), "round " + round);
            }
            now = now.plus(Duration.ofHours(2));
        }
        int times = cut;
        LOGGER.info(() -> "Jobs: " + CASES * ROUNDS + ", " + times + " times cut off");
        assertTrue(times > ROUNDS, () -> "cut off " + times + " times");
    }

    /** Their order does not matter: a case is assessed as it is when it is done. */
    @Test
    void several_of_a_case_are_done_as_one() throws Exception {
        Known some = aCase();
        ask(some, then);
        ask(some, then.minusSeconds(5));
        ask(some, then.plusSeconds(5));

        runner.work(then);

        assertEquals(1, assessments(some));
        assertEquals(1, waiting(), "what is not due yet");
    }

    @Test
    void what_was_missed_waits_behind_no_day() throws Exception {
        asSuperuser(
                "insert into job (id, kind, case_id, asked_at, due_at, by_day) select gen_random_uuid(), 'REASSESS', gen_random_uuid(), '"
                        + then + "', '" + then.minus(Duration.ofHours(9)) + "', true from generate_series(1, "
                        + 2 * JobRunner.MOST
                        + ")");
        Known some = aCase();
        awaited(some, then);
        climb(then);

        runner.work(then);

        assertEquals(1, assessments(some));
        assertEquals(2 * JobRunner.MOST - JobRunner.MOST_OF_A_DAY, waiting(), "and a night is no longer than this");
    }

    @Test
    void one_that_fails_is_tried_again_and_holds_up_no_other() throws Exception {
        Known broken = aCase();
        Known sound = aCase();
        ask(broken, then);
        ask(sound, then);
        asSuperuser("create table kept_key as select * from case_key where case_id = '" + broken.id() + "'");
        asSuperuser("delete from case_key where case_id = '" + broken.id() + "'");
        List<String> distances = new ArrayList<>();
        try {
            Instant now = then;
            for (int i = 0; i < 8; i++) {
                runner.work(now);
                distances.add(Database.lines(
                                "select failures || ' ' || extract(epoch from due_at - '" + now
                                        + "')::int / 60 from job" + " where case_id = ?::uuid",
                                broken.id())
                        .getFirst());
                runner.work(now.plusSeconds(59));
                now = now.plus(Duration.ofHours(1));
            }
            assertEquals(List.of("1 1", "2 2", "3 4", "4 8", "5 16", "6 32", "7 60", "8 60"), distances);
            assertEquals(
                    List.of("WillNotOpen"),
                    Database.lines("select failure from job where case_id = ?::uuid", broken.id()));
            assertEquals(0, assessments(broken));
            assertEquals(1, assessments(sound));

            asSuperuser("insert into case_key select * from kept_key");
            runner.work(now.plus(Duration.ofHours(1)));
            assertEquals(1, assessments(broken));
            assertEquals(0, waiting());
        } finally {
            asSuperuser("drop table kept_key");
        }
    }

    @Test
    void what_is_missed_while_a_job_is_done_is_done_too_and_waits_for_nobody() throws Exception {
        Known some = aCase();
        awaited(some, then);
        climb(then);
        assertEquals(1, waiting());
        try (Connection doing = Database.app();
                Statement statement = doing.createStatement()) {
            doing.setAutoCommit(false);
            statement.execute("select take_jobs('REASSESS', '" + some.id() + "', '" + then + "')");
            statement.execute("select from case_file where id = '" + some.id() + "' for update");

            awaited(some, then);
            climb(then);

            assertEquals(2, waiting(), "the later one is a job of its own");
            runner.work(then);
            statement.execute("select end_jobs()");
            doing.commit();
        }
        assertEquals(1, waiting(), "and is still to be done");
        runner.work(then.plus(Duration.ofMinutes(2)));
        assertEquals(0, waiting());
        assertEquals(1, assessments(some));
    }

    @Test
    void nobody_of_the_staff_acts_and_the_entry_comes_first() throws Exception {
        Known some = aCase();
        String before =
                Database.lines("select coalesce(max(id), 0) from access_entry").getFirst();
        ask(some, then);
        runner.work(then);

        assertEquals(
                List.of("risk SYSTEM OPEN {RISK_FACTS}", "risk SYSTEM CHANGE {RISK}"),
                Database.lines(
                        "select actor || ' ' || actor_role || ' ' || action || ' ' || field_groups::text from access_entry"
                                + " where id > ?::bigint and ? = any (case_refs) order by id",
                        before,
                        some.number().value()));
        assertEquals(
                List.of("1"),
                Database.lines(
                        "select count(distinct request_id) from access_entry where id > ?::bigint and ? = any (case_refs)",
                        before,
                        some.number().value()));
    }

    @Test
    void a_closed_case_is_left_as_it_is() throws Exception {
        Known some = aCase();
        asSuperuser("update case_file set closed_at = now(), closed_by = 'seo', close_reason = 'OTHER' where id = '"
                + some.id() + "'");
        ask(some, then);
        runner.work(then);
        assertEquals(
                List.of("0"),
                Database.lines("select count(*) from job where not by_day"),
                "but for the day on which somebody is asked whether it is kept");
        assertEquals(0, assessments(some));
    }

    @Test
    void the_role_for_work_without_a_person_takes_ends_and_writes_no_job() throws SQLException {
        try (Connection job = Database.job();
                Statement statement = job.createStatement()) {
            for (String sql : List.of(
                    "insert into job (id, kind, case_id, asked_at, due_at) values (gen_random_uuid(), 'REASSESS', gen_random_uuid(),"
                            + " now(), now())",
                    "update job set due_at = 'infinity'",
                    "delete from job",
                    "select take_jobs('REASSESS', gen_random_uuid(), now())",
                    "select end_jobs()")) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }

    /** Two nodes at once, while somebody cuts the connections on which they work. */
    private int cutWhileTwoWork(Instant now) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> cutting = threads.submit(() -> killUntil(done));
        List<Future<?>> working =
                List.of(threads.submit(() -> runner.work(now)), threads.submit(() -> runner.work(now)));
        for (Future<?> each : working) {
            each.get();
        }
        done.set(true);
        return cutting.get();
    }

    private static int killUntil(AtomicBoolean done) throws SQLException {
        int cut = 0;
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            while (!done.get() && cut < 12) {
                try (ResultSet killed = statement.executeQuery(
                        "select count(*) from (select pg_terminate_backend(pid) as killed from pg_stat_activity, pg_sleep(random() / 20)"
                                + " where application_name = 'durumi' and datname = current_database() and xact_start is not null"
                                + " offset 0) each where killed")) {
                    killed.next();
                    cut += killed.getInt(1);
                }
            }
        }
        return cut;
    }

    private Known aCase() throws Exception {
        CaseNumber number = told.caseOf(HANEUL, WOMAN);
        return new Known(
                number,
                requests.as(
                        HANEUL,
                        () -> search.view(number, AccessGroup.CASE)
                                .file()
                                .id()
                                .value()
                                .toString()));
    }

    private static void ask(Known some, Instant due) throws SQLException {
        asSuperuser("insert into job (id, kind, case_id, asked_at, due_at) values (gen_random_uuid(), 'REASSESS', '"
                + some.id() + "', '" + due + "', '" + due + "')");
    }

    /** Somebody who was to be heard of an hour before. */
    private static void awaited(Known some, Instant now) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "insert into check_in_climb (plan_id, case_id, participant_id, interval_hours, grace_minutes, due_at, misses, next_at)"
                            + " values (gen_random_uuid(), '" + some.id() + "', gen_random_uuid(), 24, 30, '"
                            + now.minus(Duration.ofMinutes(40)) + "', 0, '" + now.minus(Duration.ofMinutes(10)) + "')");
        }
    }

    private void climb(Instant now) throws SQLException {
        try (Connection job = Database.job()) {
            climb.all(Statements.on(job), now);
        }
    }

    private static int waiting() throws SQLException {
        return Integer.parseInt(Database.lines("select count(*) from job").getFirst());
    }

    private static int assessments(Known some) throws SQLException {
        return Integer.parseInt(Database.lines(
                        "select count(*) from access_entry where actor = 'risk' and action = 'CHANGE' and 'RISK' = any (field_groups) and ? = any (case_refs)",
                        some.number().value())
                .getFirst());
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
