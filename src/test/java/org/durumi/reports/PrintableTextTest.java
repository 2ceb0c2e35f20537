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
    void what_no_font_has_becomes_one_box_for_each_character() {
        assertEquals("a□b□", LATIN_AND_HANGUL.printable("a\ud83d\ude00b昆"));
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
    void controls_and_lone_surrogates_become_boxes() {
        assertEquals("a□b□c", PrintableText.withoutForbidden("a\u0000b\ud800c"));
    }
}
