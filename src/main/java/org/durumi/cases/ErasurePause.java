package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.durumi.settings.Setting;
import org.durumi.settings.Settings;

/** How long everybody has to think better of an erasure that two people have approved: as long as it was when they did. */
@ApplicationScoped
class ErasurePause {
    /** The database asks for it too. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    @Inject
    Settings settings;

    /** When an erasure is carried out that was approved then. */
    Instant after(Instant approved) {
        Duration wished = Duration.ofHours(settings.of(Setting.ERASURE_PAUSE, approved));
        return approved.plus(wished.compareTo(SHORTEST) < 0 ? SHORTEST : wished);
    }
}
