package org.durumi.web.support;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.durumi.kernel.VisibleText;

/**
 * What may stand in a text field: Unicode in normal form C, without control characters, without characters that turn the
 * direction of reading around, without halves of characters.
 *
 * <p>What messengers and word processors put in place of plain signs becomes plain: blanks, hyphens, dots and letters of any
 * width; and what nobody sees is dropped. Joiners stay, since some writing needs them.
 */
public final class FormText {
    private static final Pattern UNSEEN = Pattern.compile("[\u00AD\u200B\u200E\u200F\u2060\uFEFF]");
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010\u2011\uFE63]");
    /** Korean word processors write a middle dot as a vowel of old Korean. */
    private static final Pattern MIDDLE_DOTS = Pattern.compile("[\u2027\u30FB\u318D\uFF65]");

    private static final Pattern OF_ANOTHER_WIDTH = Pattern.compile("[\uFF01-\uFFEE]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\u0085\u2028\u2029]");
    private static final Pattern BREAKS = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    private static final int FIRST_OVERRIDE = 0x202A;
    private static final int LAST_OVERRIDE = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;

    private FormText() {}

    /** The text of one line in normal form C, without spaces around it; empty if nothing of it is visible. */
    public static String line(String typed) {
        return plain(SEPARATORS.matcher(typed).replaceAll(" "));
    }

    /** The text of several lines in normal form C, with «\n» between them and without spaces around. */
    public static String lines(String typed) {
        return plain(BREAKS.matcher(typed).replaceAll("\n"));
    }

    private static String plain(String typed) {
        if (VisibleText.isEmpty(typed)) {
            return "";
        }
        String text = UNSEEN.matcher(typed).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ");
        text = HYPHENS.matcher(text).replaceAll("-");
        text = MIDDLE_DOTS.matcher(text).replaceAll("·");
        text = OF_ANOTHER_WIDTH
                .matcher(text)
                .replaceAll(wide -> Matcher.quoteReplacement(Normalizer.normalize(wide.group(), Normalizer.Form.NFKC)));
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Whether a text of one line holds only characters that are allowed. */
    public static boolean isCleanLine(String text) {
        return text.codePoints().allMatch(FormText::isAllowed);
    }

    /**
     * Where the first character stands that is not allowed, counted from 1; 0 if all are.
     *
     * @param severalLines whether line feed and tab are
     */
    static int firstForbidden(String text, boolean severalLines) {
        int[] points = text.codePoints().toArray();
        return 1
                + IntStream.range(0, points.length)
                        .filter(i ->
                                !(severalLines && (points[i] == '\n' || points[i] == '\t')) && !isAllowed(points[i]))
                        .findFirst()
                        .orElse(-1);
    }

    /** How many characters a reader counts at most: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isAllowed(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !isNoncharacter(point)
                && !(point >= FIRST_OVERRIDE && point <= LAST_OVERRIDE)
                && !(point >= FIRST_ISOLATE && point <= LAST_ISOLATE);
    }

    private static boolean isNoncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
    }
}
