package org.durumi.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Why the database cannot work at the moment, whatever it is asked. */
public enum Outage {
    /** It does not answer, or shuts down or starts. */
    AWAY,
    /** It has no room: the disk or its memory is full. */
    FULL;

    private static final Logger LOG = Logger.getLogger(Outage.class.getName());
    private static final long SAID_EVERY = Duration.ofMinutes(1).toNanos();
    private static final AtomicLong SAID = new AtomicLong(System.nanoTime() - SAID_EVERY);
    private static final int DEEPEST = 20;
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** The outage behind a failure, if one is. */
    public static Optional<Outage> of(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof SQLException refused) {
                return ofState(refused.getSQLState());
            }
            each = each.getCause();
        }
        return Optional.empty();
    }

    /**
     * By the classes of SQLSTATE: 08 (no connection), 53 (too few resources), 57P (shut down).
     *
     * @param state null if the pool got no connection
     */
    public static Optional<Outage> ofState(@Nullable String state) {
        if (state == null || state.startsWith("08") || state.startsWith("57P") || state.equals(TOO_MANY_CONNECTIONS)) {
            return Optional.of(AWAY);
        }
        return state.startsWith("53") ? Optional.of(FULL) : Optional.empty();
    }

    /** Says it in the log, once a minute however many requests meet it. */
    public void log() {
        long said = SAID.get();
        long now = System.nanoTime();
        if (now - said >= SAID_EVERY && SAID.compareAndSet(said, now)) {
            LOG.log(Level.SEVERE, this == FULL ? "the database has no room: its disk is full" : "the database is away");
        }
    }
}
