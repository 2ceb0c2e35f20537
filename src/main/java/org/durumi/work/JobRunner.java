package org.durumi.work;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.TimePassed;
import org.durumi.vault.VaultLock;

/**
 * Lets jobs be done whose time has come: on every node, the same job by one. What fails is tried again later, and holds up nothing else. What
 * needs keys waits while nobody has unlocked them.
 */
@ApplicationScoped
class JobRunner {
    private static final Logger LOGGER = Logger.getLogger(JobRunner.class.getName());

    /** So many cases at most before others have their turn: the next missed check-in is not to wait for them. */
    static final int MOST = 200;

    /** So many at most that only a day has brought, after those: a whole night of them is not to keep the next missed check-in waiting. */
    static final int MOST_OF_A_DAY = 50;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    JobService service;

    @Inject
    VaultLock vault;

    @Inject
    Clock clock;

    private record Due(JobKind kind, CaseId caseId) {}

    /** After the others: what they have just written is done at once. */
    void whenTimePassed(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) TimePassed passed) {
        try {
            work(clock.instant());
        } catch (StatementFailed failed) {
            LOGGER.log(
                    Level.WARNING,
                    "Jobs could not be done: {0}",
                    failed.getClass().getName());
        }
    }

    /** Tries once what is due: all that has happened, then some of what only a day has brought; of each, what is due the longest first. */
    void work(Instant now) {
        due(false, MOST, now).forEach(each -> tried(each, now));
        due(true, MOST_OF_A_DAY, now).forEach(each -> tried(each, now));
    }

    private List<Due> due(boolean byDay, int most, Instant now) {
        boolean open = vault.isOpen();
        String[] kinds = Stream.of(JobKind.values())
                .filter(each -> open || !each.needsKeys())
                .map(JobKind::name)
                .toArray(String[]::new);
        return Statements.on(database)
                .list(
                        row -> new Due(JobKind.valueOf(row.getString(1)), new CaseId(row.getObject(2, UUID.class))),
                        "select kind, case_id from job where due_at <= told_or_now(?) and kind = any (?)"
                                + " group by kind, case_id having bool_and(by_day) = ? order by min(due_at), case_id limit ?",
                        now,
                        kinds,
                        byDay,
                        most);
    }

    private void tried(Due due, Instant now) {
        try {
            service.work(due.kind(), due.caseId(), now);
        } catch (RuntimeException | Error failed) {
            // An error too: who is not told of the next one is in danger whatever went wrong with this one.
            // Its class alone: what it says may name what was read.
            String error = failed.getClass().getSimpleName();
            LOGGER.log(Level.WARNING, "A job failed and is tried again: {0}, {1}", new Object[] {due.kind(), error});
            Statements.on(database)
                    .call(
                            "select put_off_jobs(?, ?, ?, ?)",
                            due.kind().name(),
                            due.caseId().value(),
                            error,
                            now);
        }
    }
}
