package org.durumi.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps out of the server's log what the database says about a value that it refuses: it quotes the value. Where it happened
 * and the kind of the failure stand in the log with the number of the request.
 */
@ApplicationScoped
public class QuietLoggers {
    /** Of a pool: each request that meets an outage would leave its stack there. What there is to say, {@code Outage} says. */
    private static final List<Logger> REPEATING = Stream.of(
                    "javax.enterprise.resource.resourceadapter",
                    "javax.enterprise.resource.resourceadapter.com.sun.gjc.spi.jdbc40")
            .map(Logger::getLogger)
            .toList();

    // Held here, because a logger that nobody holds forgets its level.
    private static final List<Logger> QUOTING = Stream.of(
                    "org.hibernate.engine.jdbc.spi.SqlExceptionHelper",
                    "org.hibernate.engine.jdbc.batch.internal.BatchImpl",
                    "org.hibernate.orm.jdbc.error",
                    "org.hibernate.orm.jdbc.batch")
            .map(Logger::getLogger)
            .toList();

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        silence();
    }

    static void silence() {
        QUOTING.forEach(logger -> logger.setLevel(Level.OFF));
        REPEATING.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
