package org.durumi.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private final DemoClock clock = new DemoClock();

    @Test
    void it_is_as_far_ahead_as_it_was_moved_and_goes_on() {
        Instant before = Instant.now();
        assertTrue(clock.move(Duration.ofDays(3)));
        Instant moved = clock.instant();
        Instant after = Instant.now();

        assertFalse(moved.isBefore(before.plus(Duration.ofDays(3)).minusMillis(1)));
        assertFalse(moved.isAfter(after.plus(Duration.ofDays(3))));
        assertFalse(clock.move(Duration.ofDays(3)), "nothing is due again");
        assertTrue(clock.move(Duration.ofDays(4)));
    }

    @Test
    void a_moment_that_is_told_is_not_moved() throws Exception {
        clock.move(Duration.ofDays(3));

        assertEquals(Instant.EPOCH, clock.at(Instant.EPOCH, clock::instant));
    }
}
