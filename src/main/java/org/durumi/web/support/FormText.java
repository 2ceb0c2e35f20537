package org.durumi.web.support;

import java.text.Normalizer;
import org.durumi.kernel.VisibleText;

/**
 * What may stand in a text field: Unicode in normal form C, without control characters, without characters that turn the
 * direction of reading around, without halves of characters.
 */
public final class FormText {
    private static final int FIRST_OVERRIDE = 0x202A;
    private static final int LAST_OVERRIDE = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;

    private FormText() {}

    /** The text of one line in normal form C, without spaces around it; empty if nothing of it is visible. */
    public static String line(String typed) {
        return VisibleText.isEmpty(typed)
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    /** The text of several lines in normal form C, with «\n» between them and without spaces around. */
    public static String lines(String typed) {
        return line(typed.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Whether a text of one line holds only characters that are allowed. */
    public static boolean isCleanLine(String text) {
        return text.codePoints().allMatch(FormText::isAllowed);
    }

    /** Whether a text of several lines holds only characters that are allowed; line feed and tab are. */
    public static boolean isCleanLines(String text) {
        return text.codePoints().allMatch(each -> each == '\n' || each == '\t' || isAllowed(each));
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
