package org.durumi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;

/**
 * Random values for tests of what holds for all of them. They are the same in every run; a test that fails says its seed, and
 * {@code -Ddurumi.seed=…} begins there.
 */
public final class Samples {
    private static final int EACH = Boolean.getBoolean("durumi.long") ? 10_000 : 200;
    private static final long FIRST = Long.getLong("durumi.seed", 20_160_928);
    private static final int LONGEST = 20;
    private static final String LETTERS = "\0 aZ9-'éß«가힣昆明\u0301\u200B\uFEFF\uD83D\uDE00\uD842\uDFB7";

    private final long seed;
    private final Random random;

    private Samples(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Tests 200 samples, 10 000 in a long run. */
    public static void each(Consumer<Samples> test) {
        for (long seed = FIRST; seed < FIRST + EACH; seed++) {
            try {
                test.accept(new Samples(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("with -Ddurumi.seed=" + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    /** The same values once more. */
    public Samples again() {
        return new Samples(seed);
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    @SafeVarargs
    public final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    public <T> Optional<T> maybe(Supplier<T> value) {
        return coin() ? Optional.of(value.get()) : Optional.empty();
    }

    public <T> List<T> upTo(int most, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = between(0, most); i > 0; i--) {
            values.add(value.get());
        }
        return values;
    }

    /** A day between 1901 and 2199. */
    public LocalDate day() {
        return LocalDate.of(1901, 1, 1).plusDays(random.nextInt(299 * 365));
    }

    /** A day, month, quarter, season, year or decade, as it is typed. */
    public String typedDate() {
        LocalDate day = day().withYear(between(1911, 2189));
        String year = Integer.toString(day.getYear());
        return of(
                day.toString(),
                day.toString().substring(0, 7),
                year + "-Q" + between(1, 4),
                year + of(" spring", " summer", " autumn", " winter"),
                year,
                year.substring(0, 3) + "0s");
    }

    /** A known date of any kind, also of two ends, with the qualifiers that can be said of it. */
    public PartialDate partialDate() {
        PartialDate date = PartialDate.unknown();
        while (!date.isKnown()) {
            String typed = coin() ? typedDate() : typedDate() + " ~ " + typedDate();
            date = PartialDate.read(typed, of(Qualifier.values())).orElse(date);
        }
        return date;
    }

    /** At most twenty characters of all sorts, perhaps none. */
    public String text() {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        upTo(LONGEST, () -> letters[random.nextInt(letters.length)]).forEach(text::appendCodePoint);
        return text.toString();
    }
}
