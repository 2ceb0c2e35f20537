package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
    @Test
    void a_drawn_number_reads_back_and_does_not_count() {
        Set<CaseNumber> drawn = new HashSet<>();

        IntStream.range(0, 1000).forEach(each -> drawn.add(CaseNumber.draw(2026)));

        assertTrue(drawn.size() > 990);
        drawn.forEach(
                number -> assertEquals(number, CaseNumber.read(number.value()).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C-2026-7F3KQ",
                "C-2026-7F3KQMM",
                "c-2026-7F3KQM",
                "C-2026-7F3KQI",
                "C-26-7F3KQM",
                "C-2026-7F3KQM\n"
            })
    void other_texts_are_no_case_numbers(String text) {
        assertTrue(CaseNumber.read(text).isEmpty());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new CaseNumber(text));
        assertFalse(!text.isBlank() && refused.getMessage().contains(text));
    }
}
