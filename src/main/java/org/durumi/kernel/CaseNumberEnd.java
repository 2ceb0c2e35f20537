package org.durumi.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A case number or the end of one, as people say it: «3KQM», «2026-7F3KQM».
 *
 * @param value as it stands at the end of a number, with its hyphens
 */
public record CaseNumberEnd(String value) {
    private static final int RANDOM_CHARACTERS = 6;
    private static final String LETTER = "[0-9A-HJKMNP-TV-Z]";
    private static final Pattern TYPED = Pattern.compile("(C?\\d{4}|\\d{0,3})(" + LETTER + "{6})|" + LETTER + "{1,5}");
    private static final Pattern FORM =
            Pattern.compile("(?:(?:C-\\d{4}|\\d{1,4})-)?" + LETTER + "{6}|" + LETTER + "{1,5}");

    /** @throws IllegalArgumentException if no case number ends so; the message does not repeat it */
    public CaseNumberEnd {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the end of a case number");
        }
    }

    /**
     * Reads what somebody typed: in small letters, with or without blanks and hyphens, and with the letters that no number
     * has where they look like digits.
     *
     * @return empty if no case number ends so
     */
    public static Optional<CaseNumberEnd> read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        if (!TYPED.matcher(plain).matches()) {
            return Optional.empty();
        }
        int year = Math.max(0, plain.length() - RANDOM_CHARACTERS);
        String before = plain.substring(0, year).replace("C", "C-");
        return Optional.of(new CaseNumberEnd((before.isEmpty() ? "" : before + "-") + plain.substring(year)));
    }

    /** The end from behind: with it begins each number that ends so, read from behind. */
    public String reversed() {
        return new StringBuilder(value).reverse().toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
