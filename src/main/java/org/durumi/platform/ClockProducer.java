package org.durumi.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the house, as fine as the database keeps moments: every class that needs the time injects it. It stands in the
 * organisation's zone: {@code LocalDate.now(clock)} is the day there.
 */
@ApplicationScoped
public class ClockProducer {
    @Inject
    @ConfigProperty(name = "durumi.zone", defaultValue = "Asia/Seoul")
    ZoneId zone;

    @Produces
    Clock clock() {
        return Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
    }
}
