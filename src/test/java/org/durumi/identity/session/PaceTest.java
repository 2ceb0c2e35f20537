package org.durumi.identity.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void a_guest_has_five_seconds_whatever_comes() {
        assertTrue(guest(0, 0));
        assertTrue(guest(5_000, 1));
        assertFalse(guest(5_100, 2));
    }

    @Test
    void after_that_four_kibibytes_have_to_come_in_each_second() {
        assertTrue(guest(7_000, 2 * 4096));
        assertFalse(guest(7_000, 2 * 4096 - 1));
        assertTrue(guest(21_000, 64 * 1024));
        assertFalse(guest(22_000, 64 * 1024));
    }

    @Test
    void nobody_has_longer_than_half_a_minute() {
        assertTrue(guest(30_000, 1_000_000));
        assertFalse(guest(30_001, 1_000_000));
    }

    @Test
    void who_is_signed_in_may_send_a_whole_form_over_a_poor_line() {
        assertTrue(Pace.OF_STAFF.allows(Duration.ofSeconds(90), 32 * 1024));
        assertFalse(Pace.OF_STAFF.allows(Duration.ofSeconds(90), 29 * 1024));
        assertFalse(Pace.OF_STAFF.allows(Duration.ofSeconds(121), 64 * 1024));
    }

    private static boolean guest(long millis, long received) {
        return Pace.OF_GUESTS.allows(Duration.ofMillis(millis), received);
    }
}
