package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void in_a_list_not_assessed_stands_below_high_and_above_medium() {
        assertEquals(
                List.of(Level.CRITICAL, Level.HIGH, Level.NOT_ASSESSED, Level.MEDIUM, Level.LOW),
                Stream.of(Level.values())
                        .sorted(Comparator.comparingInt(Level::rank))
                        .toList());
    }

    @Test
    void any_level_is_higher_than_none_and_no_score_is_none() {
        assertEquals(Level.LOW, Level.NOT_ASSESSED.or(Level.LOW));
        assertEquals(Level.LOW, Level.ofScore(0));
        assertEquals(List.of(20, 45, 70), Level.thresholds());
    }
}
