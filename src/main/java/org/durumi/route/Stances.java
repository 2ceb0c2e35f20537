package org.durumi.route;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CountryCode;

/** The stance of every country on one day; of those that nobody has recorded it is unclear. */
public record Stances(Map<CountryCode, Stance> recorded) {
    /** Where people flee from: nobody is safe there, and who is sent back is sent back there. */
    public static final CountryCode NORTH_KOREA = new CountryCode("KP");

    /** Who sent people back when Durumi was made. Only what two people agreed on says otherwise: a row without a signature does not. */
    public static final Set<CountryCode> RETURNING =
            Stream.of("CN", "LA", "RU", "VN").map(CountryCode::new).collect(Collectors.toUnmodifiableSet());

    public Stances {
        recorded = Map.copyOf(recorded);
    }

    /**
     * The stance of a country by its code. Of a country that is not known the worst counts: unknown is not safe. The North returns, whatever was
     * recorded.
     *
     * @param country a code of two letters; empty if not known
     */
    public Stance of(String country) {
        return CountryCode.read(country)
                .filter(code -> !code.equals(NORTH_KOREA))
                .map(code -> recorded.getOrDefault(code, Stance.UNCLEAR))
                .orElse(Stance.RETURNS);
    }

    /** Whether a country that is known sends people back. */
    public boolean isReturning(String country) {
        return !country.isEmpty() && of(country) == Stance.RETURNS;
    }

    public boolean isProtecting(String country) {
        return of(country) == Stance.PROTECTS;
    }
}
