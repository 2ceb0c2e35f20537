package org.durumi.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the demo: the real one, but while a demo case is told, the moment of the event that is being told. Every
 * other thread keeps the real time, or one that is ahead of it by as much as {@link MovedClock} says.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class DemoClock extends Clock {
    @Inject
    @ConfigProperty(name = "durumi.zone", defaultValue = "Asia/Seoul")
    ZoneId zone;

    @SuppressWarnings("ThreadLocalUsage") // There is one clock.
    private final ThreadLocal<Instant> told = new ThreadLocal<>();

    private volatile Duration ahead = Duration.ZERO;

    /** Does the work at this moment. */
    public <T> T at(Instant moment, Callable<T> work) throws Exception {
        told.set(moment);
        try {
            return work.call();
        } finally {
            told.remove();
        }
    }

    /** Whether it was not so far ahead before. */
    boolean move(Duration further) {
        boolean moved = !further.equals(ahead);
        ahead = further;
        return moved;
    }

    @Override
    public Instant instant() {
        Instant moment = told.get();
        return moment == null ? Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS) : moment;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
