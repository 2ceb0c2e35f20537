package org.durumi.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.kernel.MinutePassed;
import org.durumi.kernel.TimePassed;
import org.jspecify.annotations.Nullable;

/** Says again and again that time has passed: on every node, and on whichever holds the lock of the database just then. */
@ApplicationScoped
public class Timer {
    private static final Logger LOGGER = Logger.getLogger(Timer.class.getName());

    /** Soon after a start, for what fell due while nothing ran; and so often that what falls due is done within a minute. */
    private static final long FIRST = 5;

    private static final long SECONDS = 20;

    /** Any number that nobody else locks. */
    private static final long LOCK = 2_401_770_421L;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Event<TimePassed> ticks;

    @Inject
    Event<MinutePassed> minutes;

    private @Nullable ScheduledFuture<?> ticking;

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        ticking = executor.scheduleWithFixedDelay(this::tick, FIRST, SECONDS, TimeUnit.SECONDS);
    }

    void atStop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ending) {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    /** Whatever goes wrong, it is tried again: what leaves it ends it for good, and nothing that falls due would be done any more. */
    public void tick() {
        try {
            ticks.fire(new TimePassed());
        } catch (RuntimeException | Error failed) {
            told(failed);
        }
        onOneNode();
    }

    private void onOneNode() {
        try (Connection connection = database.getConnection()) {
            if (asks(connection, "select pg_try_advisory_lock(?)")) {
                try {
                    minutes.fire(new MinutePassed());
                } finally {
                    asks(connection, "select pg_advisory_unlock(?)");
                }
            }
        } catch (SQLException | RuntimeException | Error failed) {
            told(failed);
        }
    }

    /** The next time it is tried again. What failed says nothing of a case, but its message may. */
    private static void told(Throwable failed) {
        LOGGER.log(Level.WARNING, "What was due failed: {0}", failed.getClass().getName());
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
