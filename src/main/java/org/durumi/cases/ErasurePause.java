package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long everybody has to think better of an erasure that two people have approved. */
@ApplicationScoped
class ErasurePause {
    /** The database asks for it too. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    @Inject
    @ConfigProperty(name = "durumi.erasure.pause.hours", defaultValue = "24")
    long hours;

    /** When an erasure is carried out that was approved then. */
    Instant after(Instant approved) {
        Duration wished = Duration.ofHours(hours);
        return approved.plus(wished.compareTo(SHORTEST) < 0 ? SHORTEST : wished);
    }
}
