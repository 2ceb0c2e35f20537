package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A country by its ISO 3166-1 code of two letters. */
@Embeddable
public record CountryCode(String value) implements Serializable {
    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException if ISO 3166-1 does not know the code */
    public CountryCode {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException("not a country code");
        }
    }

    /** Empty if ISO 3166-1 does not know the code. */
    public static Optional<CountryCode> read(String text) {
        return KNOWN.contains(text) ? Optional.of(new CountryCode(text)) : Optional.empty();
    }

    /** The country's name in the reader's language. */
    public String nameIn(Locale language) {
        return Locale.of("", value).getDisplayCountry(language);
    }

    @Override
    public String toString() {
        return value;
    }
}
