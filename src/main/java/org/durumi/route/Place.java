package org.durumi.route;

import java.io.Serializable;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Texts;

/**
 * A place at city level at most, and its country.
 *
 * @param name city or province as reported; empty if not known
 * @param country the country's code of two letters; empty if not known
 */
public record Place(String name, String country) implements Serializable {
    /** Characters of the longest name. */
    public static final int LONGEST = 80;

    /** @throws IllegalArgumentException if the name has more than 80 letters or the country is not in ISO 3166-1 */
    public Place {
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw new IllegalArgumentException("place too long");
        }
        if (!country.isEmpty() && CountryCode.read(country).isEmpty()) {
            throw new IllegalArgumentException("not a country code");
        }
    }

    public static Place unknown() {
        return new Place("", "");
    }

    /** City and country in the reader's words; empty if neither is known. */
    public String in(Texts texts) {
        String land = CountryCode.read(country).map(texts::country).orElse("");
        return name.isEmpty() || land.isEmpty() ? name + land : texts.text("place.both", name, land);
    }

    /** Whether both name the same city or province, written alike; of places that nobody names, nobody knows. */
    public boolean isSameAs(Place other) {
        boolean sameCountry = country.isEmpty() || other.country.isEmpty() || country.equals(other.country);
        return sameCountry && !name.isBlank() && name.strip().equalsIgnoreCase(other.name.strip());
    }

    /** Whether both name a city or province, and not the same one. */
    public boolean isElsewhereThan(Place other) {
        return !name.isBlank() && !other.name.isBlank() && !isSameAs(other);
    }

    public boolean isIn(CountryCode code) {
        return country.equals(code.value());
    }
}
