package org.durumi.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the demo: the real one, but while a demo case is told, the moment of the event that is being told. Every
 * other thread keeps the real time.
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

    /** Does the work at this moment. */
    public <T> T at(Instant moment, Callable<T> work) throws Exception {
        told.set(moment);
        try {
            return work.call();
        } finally {
            told.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant moment = told.get();
        return moment == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : moment;
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
