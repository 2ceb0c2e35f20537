package org.durumi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void what_reaches_a_bound_is_looked_at_or_acted_upon() {
        assertEquals(Verdict.FINE, Verdict.above(84, 85, 95));
        assertEquals(Verdict.LOOK, Verdict.above(85, 85, 95));
        assertEquals(Verdict.LOOK, Verdict.above(94, 85, 95));
        assertEquals(Verdict.ACT, Verdict.above(95, 85, 95));
    }
}
