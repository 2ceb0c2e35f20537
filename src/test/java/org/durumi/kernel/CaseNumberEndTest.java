package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberEndTest {
    @ParameterizedTest
    @CsvSource({
        "C-2026-7F3KQM, C-2026-7F3KQM",
        "c-2026-7f3kqm, C-2026-7F3KQM",
        "c 2026 7f3 kqm, C-2026-7F3KQM",
        "c20267f3kqm, C-2026-7F3KQM",
        "2026-7F3KQM, 2026-7F3KQM",
        "26 7f3kqm, 26-7F3KQM",
        "7f3kqm, 7F3KQM",
        "kqm, KQM",
        "C, C",
        "１２３, 123",
        "7f3 – kqm, 7F3KQM"
    })
    void it_is_read_as_people_type_it(String typed, String value) {
        assertEquals(value, CaseNumberEnd.read(" " + typed + " ").orElseThrow().value());
    }

    @Test
    void letters_that_no_number_has_are_read_as_the_digits_they_look_like() {
        assertEquals("0011", CaseNumberEnd.read("oOil").orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "U",
                "림설옥",
                "C-2026-7F3KQMM",
                "X-2026-7F3KQM",
                "202A-7F3KQM",
                "C-26-7F3KQM",
                "%",
                "7f3_qm"
            })
    void no_number_ends_with_anything_else(String typed) {
        assertTrue(CaseNumberEnd.read(typed).isEmpty());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new CaseNumberEnd(typed));
        assertFalse(!typed.isBlank() && refused.getMessage().contains("'" + typed));
    }

    @Test
    void a_number_that_ends_so_begins_so_from_behind() {
        String fromBehind = new StringBuilder("C-2026-7F3KQM").reverse().toString();

        for (String typed : new String[] {"m", "3kqm", "7f3kqm", "6-7f3kqm", "2026 7f3kqm", "c20267f3kqm"}) {
            assertTrue(
                    fromBehind.startsWith(
                            CaseNumberEnd.read(typed).orElseThrow().reversed()),
                    typed);
        }
        assertFalse(
                fromBehind.startsWith(CaseNumberEnd.read("3kqn").orElseThrow().reversed()));
    }
}
