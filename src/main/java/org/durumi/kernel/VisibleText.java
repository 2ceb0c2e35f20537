package org.durumi.kernel;

import java.util.Set;

/**
 * How much of a text a reader sees. Whether something was said, and whether enough was, is asked here and nowhere else: a
 * reason of twenty spaces of no width is none.
 *
 * <p>A visible character is a letter, a number, a punctuation mark or a symbol, as the Unicode category says. Spaces,
 * controls, formats, what is unassigned or private, and marks, which belong to the letter before them, are none.
 */
public final class VisibleText {
    private static final int SEEN = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER
            | 1 << Character.CONNECTOR_PUNCTUATION
            | 1 << Character.DASH_PUNCTUATION
            | 1 << Character.START_PUNCTUATION
            | 1 << Character.END_PUNCTUATION
            | 1 << Character.INITIAL_QUOTE_PUNCTUATION
            | 1 << Character.FINAL_QUOTE_PUNCTUATION
            | 1 << Character.OTHER_PUNCTUATION
            | 1 << Character.MATH_SYMBOL
            | 1 << Character.CURRENCY_SYMBOL
            | 1 << Character.MODIFIER_SYMBOL
            | 1 << Character.OTHER_SYMBOL;

    /**
     * Letters and symbols by their category that draw nothing by definition: the four Hangul fillers, which are the only
     * default-ignorable letters, the blanks of Egyptian, braille and musical writing.
     */
    private static final Set<Integer> DRAWN_AS_NOTHING =
            Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x13441, 0x13442, 0x1D159);

    private VisibleText() {}

    /** How many characters of the text a reader sees. */
    public static int length(String text) {
        return (int) text.codePoints().filter(VisibleText::isVisible).count();
    }

    /** Whether nothing of the text is visible. */
    public static boolean isEmpty(String text) {
        return text.codePoints().noneMatch(VisibleText::isVisible);
    }

    private static boolean isVisible(int point) {
        return (SEEN >> Character.getType(point) & 1) == 1 && !DRAWN_AS_NOTHING.contains(point);
    }
}
