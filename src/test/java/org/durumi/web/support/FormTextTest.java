package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTest {
    @Test
    void syllables_typed_as_letters_become_one_character() {
        assertEquals("두루미", FormText.line(" \u1103\u116E\u1105\u116E\u1106\u1175 "));
    }

    @Test
    void lines_end_in_one_way() {
        assertEquals("a\nb\nc", FormText.lines("a\r\nb\rc\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "김\u00A0영희, 김 영희",
        "김\u3000영희, 김 영희",
        "\uFEFF김\u200B영\u00AD희, 김영희",
        "010\u20111234\uFF0D5678, 010-1234-5678",
        "ＡＢ１２（쿤밍）, AB12(쿤밍)",
        "단둥\u318D선양, 단둥·선양",
        "단둥\u2028선양, 단둥 선양",
        "နေပြည်\u200Cတော်, နေပြည်\u200Cတော်",
        "3–5명, 3–5명"
    })
    void what_is_pasted_from_elsewhere_becomes_plain(String pasted, String plain) {
        assertEquals(plain, FormText.line(pasted));
    }

    @Test
    void separators_of_lines_become_breaks() {
        assertEquals("a\nb\nc\nd", FormText.lines("a\u2028b\u2029c\u000Bd"));
    }

    @Test
    void length_counts_characters_as_people_do() {
        assertEquals(2, FormText.length("\uD83D\uDE00가"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"쿤밍 (昆明)", "Đà Nẵng", "e-mail: x@y", "\u200E", "\uD83D\uDE00"})
    void the_worlds_writing_is_allowed(String text) {
        assertTrue(FormText.isCleanLine(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000", "a\nb", "a\u202Eb", "a\u2066b", "\uD800", "a\u2028b", "\uFFFE", "\uFDD0", "\u0085"})
    void what_could_deceive_or_break_is_not(String text) {
        assertFalse(FormText.isCleanLine(text));
    }

    @Test
    void several_lines_may_hold_line_feeds_and_tabs_only() {
        assertEquals(0, FormText.firstForbidden("a\n\tb", true));
        assertEquals(2, FormText.firstForbidden("a\rb", true));
        assertEquals(3, FormText.firstForbidden("😀a\u202Eb", true));
        assertEquals(2, FormText.firstForbidden("a\nb", false));
    }
}
