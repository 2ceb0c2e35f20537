package org.durumi.identity.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts in the memory of this node how often somebody asks for something. */
@ApplicationScoped
public class RateLimits {
    private static final int MOST_KEPT = 20_000;
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /** All limits times this, for measurements and tests. */
    @Inject
    @ConfigProperty(name = "durumi.limits.factor", defaultValue = "1")
    int factor;

    @Inject
    Clock clock;

    private final Map<Limit, Buckets> counted = new EnumMap<>(Limit.class);
    private final Buckets casesOpened = new Buckets();
    private final Buckets told = new Buckets();

    /** Those that were asked for least recently are forgotten: they are full again, or one of very many. */
    private static final class Buckets extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1L;

        Buckets() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEPT;
        }
    }

    /**
     * Counts one more.
     *
     * @param whose a person or an address
     * @return how long to wait, if it is one too many
     */
    public Optional<Duration> take(Limit limit, String whose) {
        ConsumptionProbe probe = bucket(
                        buckets(limit),
                        whose,
                        () -> bucket(limit.atOnce() * factor, limit.again() * factor, limit.every()))
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /**
     * Counts a case that somebody opens, unless the same person has opened the same one lately: work on one case may take
     * any number of pages.
     *
     * @return how long to wait, if it is one too many
     */
    public Optional<Duration> takeCase(String person, String number) {
        Bucket pair = bucket(casesOpened, person + " " + number, () -> bucket(1, 1, Limit.OPEN.every()));
        if (!pair.tryConsume(1)) {
            return Optional.empty();
        }
        Optional<Duration> wait = take(Limit.OPEN, person);
        wait.ifPresent(refused -> pair.addTokens(1));
        return wait;
    }

    /** Whether a refusal is worth an entry: who knocks without a name shall not fill the access log. */
    public boolean isNews(Limit limit, String whose) {
        return bucket(told, limit + " " + whose, () -> bucket(1, 1, TOLD_EVERY)).tryConsume(1);
    }

    private Buckets buckets(Limit limit) {
        synchronized (counted) {
            return counted.computeIfAbsent(limit, each -> new Buckets());
        }
    }

    private static Bucket bucket(Buckets buckets, String whose, Supplier<Bucket> fresh) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(whose, each -> fresh.get());
        }
    }

    private Bucket bucket(int atOnce, int again, Duration every) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(again, every))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    /** The clock of the house, as the library reads it. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
