package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a case as people say it, such as C-2026-7F3KQM.
 *
 * <p>The six random characters leave out I, L, O and U; they tell nobody how many cases there are.
 */
@Embeddable
public record CaseNumber(String value) implements Serializable {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("C-\\d{4}-[" + ALPHABET + "]{6}");
    private static final int RANDOM_CHARACTERS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if the text is not a case number; the message does not repeat it */
    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /** Draws a new number for a year. It may exist already, with a chance of one in a billion for each stored case. */
    public static CaseNumber draw(int year) {
        StringBuilder number = new StringBuilder("C-").append(year).append('-');
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CaseNumber(number.toString());
    }

    /** Empty if the text is not a case number. */
    public static Optional<CaseNumber> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
