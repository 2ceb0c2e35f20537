package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    private static final PrintableText LATIN_AND_HANGUL =
            new PrintableText(c -> c < 0x250 || (c >= 0xAC00 && c <= 0xD7A3));

    @Test
    void pieces_of_a_syllable_are_put_together() {
        assertEquals("한국", LATIN_AND_HANGUL.printable("\u1112\u1161\u11ab\u1100\u116e\u11a8"));
    }

    @Test
    void what_no_font_has_is_printed_as_its_code_point() {
        assertEquals("a[U+1F600]b[U+6606]", LATIN_AND_HANGUL.printable("a\ud83d\ude00b昆"));
    }

    @Test
    void a_sign_that_no_font_has_is_printed_as_one_that_means_the_same() {
        assertEquals("3~5명 A1 [U+2252]", LATIN_AND_HANGUL.printable("3\u223c5명 Ａ１ ≒"));
    }

    @Test
    void what_only_tells_a_font_what_to_do_is_no_text() {
        assertEquals("ab", LATIN_AND_HANGUL.printable("a\u200d\u202e\ufe0fb"));
    }

    @Test
    void line_ends_stay() {
        assertEquals("a\n\tb", LATIN_AND_HANGUL.printable("a\n\tb"));
    }

    @Test
    void a_mark_that_would_melt_into_a_tag_stays_apart() {
        assertEquals("<b>\u0338</b>", PrintableText.withoutForbidden("<b>\u0338</b>"));
    }

    @Test
    void controls_and_lone_surrogates_are_printed_as_their_code_points() {
        assertEquals("a[U+0000]b[U+D800]c", PrintableText.withoutForbidden("a\u0000b\ud800c"));
    }
}
