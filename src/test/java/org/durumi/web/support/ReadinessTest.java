package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.durumi.kernel.TimePassed;
import org.junit.jupiter.api.Test;

/** When a node says that it cannot work. */
class ReadinessTest {
    private static final long SIX_MINUTES = Duration.ofMinutes(6).toNanos();

    @Test
    void a_node_on_which_nothing_is_looked_at_any_more_is_not_ready() {
        Readiness node = new Readiness();
        long start = System.nanoTime();
        assertTrue(node.timePasses(start), "a node that has just started looks soon");
        assertFalse(node.timePasses(start + SIX_MINUTES));

        node.whenTimePassed(new TimePassed());
        assertTrue(node.timePasses(System.nanoTime() + Duration.ofMinutes(4).toNanos()));
        assertFalse(node.timePasses(System.nanoTime() + SIX_MINUTES));
    }
}
