package org.durumi.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.TimePassed;
import org.durumi.vault.VaultLock;

/**
 * Tells others that somebody was not heard of, and more of them the longer it lasts. The database does it, in one statement for many, so
 * that a step is there with all whom it tells, or not at all. It needs no key: it goes on while nobody has unlocked them yet.
 */
@ApplicationScoped
class Climb {
    private static final Logger LOGGER = Logger.getLogger(Climb.class.getName());

    /** So many plans take a step in one transaction: few enough that nobody waits for it. */
    static final int CHUNK = 200;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    VaultLock vault;

    /** How long each of them has before the next ones are told. */
    record Pace(Duration caseworkers, Duration supervisors) {
        /**
         * A caseworker asleep or on a train answers within half an hour, or does not; a team's supervisors may have to ask several
         * people. After an hour and a half somebody who can still be found must have been looked for.
         */
        static final Pace USUAL = new Pace(Duration.ofMinutes(30), Duration.ofMinutes(60));
    }

    /** On every node: one that fails or hangs keeps the others from nothing. */
    void whenTimePassed(@Observes TimePassed passed) {
        try {
            int taken = all(Statements.on(database), clock.instant());
            if (taken > 0 && !vault.isOpen()) {
                LOGGER.log(
                        Level.SEVERE,
                        "Check-ins are overdue ({0} steps were taken), and nobody sees it: Durumi is locked",
                        Integer.toString(taken));
            }
        } catch (StatementFailed failed) {
            LOGGER.log(
                    Level.WARNING,
                    "Missed check-ins could not be told: {0}",
                    failed.getClass().getName());
        }
    }

    /** Takes every step whose time has come, and returns how many those were. */
    int all(Statements statements, Instant now) {
        int all = 0;
        int taken;
        do {
            // The next ones, or the next step of the same.
            taken = some(statements, now);
            all += taken;
        } while (taken > 0);
        return all;
    }

    /** Takes the next step of some plans, in one transaction; returns of how many. */
    int some(Statements statements, Instant now) {
        return statements
                .list(
                        row -> row.getInt(1),
                        "select climb_check_ins(?, ?, make_interval(mins => ?), make_interval(mins => ?), ?)",
                        now,
                        clock.getZone().getId(),
                        (int) Pace.USUAL.caseworkers().toMinutes(),
                        (int) Pace.USUAL.supervisors().toMinutes(),
                        CHUNK)
                .getFirst();
    }
}
