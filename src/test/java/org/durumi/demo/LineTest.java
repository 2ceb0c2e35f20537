package org.durumi.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row of docs/domain/facts.md says fails where the demo says nothing of it, something else, or the same twice. */
class LineTest {
    private static final List<Line> DEMO = List.of(
            new Line("kunming", Set.of("claim", "ARREST", "SUSPECTED"), "a call from the phone"),
            new Line("kunming", Set.of("claim", "ARREST", "SUSPECTED"), "a call to the phone"),
            new Line("beijing", Set.of("claim", "ARREST", "SUSPECTED"), "a call elsewhere"),
            new Line("kunming", Set.of("person", "B", "sex=UNKNOWN"), ""));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    kunming person B sex=UNKNOWN,                 true
                    kunming person B sex=FEMALE,                  false
                    kunming person C,                             false
                    kunming claim ARREST "call" "from the phone", true
                    kunming claim ARREST "phone" "call",          false
                    kunming claim ARREST ASSERTED "from",         false
                    kunming claim ARREST "call",                  false
                    2× kunming claim ARREST "call",               true
                    3× kunming claim ARREST "call",               false
                    no kunming claim "elsewhere",                 true
                    no kunming claim "from the phone",            false
                    """)
    void a_check_holds_for_exactly_so_many_lines(String written, boolean holds) {
        assertEquals(holds, Line.Check.read(written).against(DEMO).isEmpty());
    }

    @Test
    void what_was_found_instead_is_named() {
        assertEquals(
                List.of("0 instead of 1: kunming [person, C] []"),
                Line.Check.read("kunming person C").against(DEMO));
    }
}
