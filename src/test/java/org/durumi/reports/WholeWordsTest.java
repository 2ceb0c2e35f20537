package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WholeWordsTest {
    @Test
    void korean_parts_between_words() {
        assertEquals(List.of("쿤밍에서 ", "체포됨"), parts("쿤밍에서 체포됨"));
    }

    @Test
    void a_particle_stays_with_its_latin_word() {
        assertEquals(List.of("Kunming에서 ", "left"), parts("Kunming에서 left"));
    }

    @Test
    void chinese_parts_between_characters() {
        assertEquals(List.of("昆", "明", "市"), parts("昆明市"));
    }

    private static List<String> parts(String text) {
        WholeWords words = new WholeWords(Locale.KOREAN);
        words.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            parts.add(text.substring(from, end));
            from = end;
        }
        return parts;
    }
}
