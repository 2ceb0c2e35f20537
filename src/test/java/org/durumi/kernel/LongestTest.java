package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongestTest {
    @ParameterizedTest
    @CsvSource({"쿤밍시, true", "쿤밍시내, false", "🕊🕊🕊, true", "🕊🕊🕊🕊, false"})
    void characters_are_counted_as_a_reader_counts_them(String text, boolean fits) {
        assertEquals(fits, Longest.Validator.fits(text, 3));
    }
}
