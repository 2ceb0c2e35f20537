package org.durumi.demo;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.platform.Timer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves the clock of the demo as far ahead as a file says, in milliseconds, and lets what fell due be done at once: for a month that
 * passes in minutes. Only where the database is marked as one in which stories are told: any other refuses whatever a moved clock says.
 */
@ApplicationScoped
public class MovedClock {
    private static final Logger LOGGER = Logger.getLogger(MovedClock.class.getName());
    private static final long LOOKS_EVERY_MILLIS = 5;

    @Inject
    @ConfigProperty(name = "durumi.demo.clock")
    Optional<String> file;

    @Resource
    ManagedScheduledExecutorService executor;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    DemoClock clock;

    @Inject
    Timer timer;

    /** Before anything asks for the time. */
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
    void atStart(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
                    Object started) {
        file.map(Path::of).ifPresent(said -> {
            requireTold();
            clock.move(read(said));
            executor.scheduleWithFixedDelay(
                    () -> look(said), LOOKS_EVERY_MILLIS, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    private void requireTold() {
        Instant another = Instant.EPOCH;
        Instant moment = Statements.on(database)
                .list(row -> row.getTimestamp(1).toInstant(), "select told_or_now(?)", another)
                .getFirst();
        if (!moment.equals(another)) {
            throw new IllegalStateException("the clock of a database in which nothing is told is not moved");
        }
    }

    /** Whatever goes wrong, it looks again: what leaves it would stop the clock. */
    private void look(Path said) {
        try {
            Duration ahead = read(said);
            if (clock.move(ahead)) {
                timer.tick();
                Files.writeString(said.resolveSibling(said.getFileName() + ".done"), Long.toString(ahead.toMillis()));
            }
        } catch (IOException | RuntimeException | Error failed) {
            LOGGER.log(
                    Level.WARNING,
                    "The clock was not moved: {0}",
                    failed.getClass().getName());
        }
    }

    private static Duration read(Path said) {
        try {
            return Duration.ofMillis(Long.parseLong(Files.readString(said).strip()));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
