package org.durumi.reports;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Ends a line of Korean between words, not between syllables; Han characters may part anywhere, as they do in Chinese. */
final class WholeWords implements FSTextBreaker {
    private final BreakIterator lines;
    private String text = "";

    WholeWords(Locale language) {
        lines = BreakIterator.getLineInstance(language);
    }

    @Override
    public void setText(String newText) {
        text = newText;
        lines.setText(newText);
    }

    @Override
    public int next() {
        int end = lines.next();
        while (end != BreakIterator.DONE && end < text.length() && isInsideWord(end)) {
            end = lines.next();
        }
        return end;
    }

    private boolean isInsideWord(int at) {
        return isHangul(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1)) && !isHan(text.charAt(at - 1));
    }

    private static boolean isHangul(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
