package org.durumi.identity.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final RateLimits limits = limits(1);

    @Test
    void the_twenty_first_export_in_an_hour_waits_for_three_minutes() {
        take(Limit.EXPORT, 20);
        assertEquals(Optional.of(Duration.ofMinutes(3)), limits.take(Limit.EXPORT, "haneul"));
        pass(Duration.ofMinutes(3));
        take(Limit.EXPORT, 1);
        assertTrue(limits.take(Limit.EXPORT, "haneul").isPresent());
    }

    @Test
    void the_sixty_first_change_in_a_minute_waits_for_a_second() {
        take(Limit.WRITE, 60);
        assertEquals(Optional.of(Duration.ofSeconds(1)), limits.take(Limit.WRITE, "haneul"));
    }

    @Test
    void nobody_waits_for_anybody_else() {
        take(Limit.EXPORT, 20);
        assertEquals(Optional.empty(), limits.take(Limit.EXPORT, "yun"));
        assertEquals(Optional.empty(), limits.take(Limit.LIST, "haneul"));
    }

    @Test
    void an_office_of_thirty_signs_in_at_nine_o_clock() {
        // Each sign-in has two steps.
        take(Limit.SIGN_IN, 60);
        assertTrue(limits.take(Limit.SIGN_IN, "haneul").isPresent());
        pass(Duration.ofMinutes(1));
        take(Limit.SIGN_IN, 20);
    }

    @Test
    void a_busy_hour_of_a_caseworker_meets_no_limit() {
        for (int minute = 0; minute < 60; minute++) {
            take(Limit.LIST, 10);
            take(Limit.SEARCH, 5);
            for (int page = 0; page < 30; page++) {
                assertEquals(Optional.empty(), limits.takeCase("haneul", "C-" + (minute * 3 + page % 3)));
            }
            if (minute % 5 == 0) {
                take(Limit.EXPORT, 1);
            }
            pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void the_hundred_and_twenty_first_case_in_ten_minutes_waits_but_an_open_one_does_not() {
        for (int i = 0; i < 120; i++) {
            assertEquals(Optional.empty(), limits.takeCase("haneul", "C-" + i));
        }
        assertTrue(limits.takeCase("haneul", "C-120").isPresent());
        assertTrue(limits.takeCase("haneul", "C-120").isPresent(), "a second try is no way in");
        assertEquals(Optional.empty(), limits.takeCase("haneul", "C-7"));
        pass(Duration.ofSeconds(5));
        assertEquals(Optional.empty(), limits.takeCase("haneul", "C-120"));
    }

    @Test
    void a_refusal_is_news_once_a_minute() {
        assertTrue(limits.isNews(Limit.SIGN_IN, "192.0.2.1"));
        assertFalse(limits.isNews(Limit.SIGN_IN, "192.0.2.1"));
        assertTrue(limits.isNews(Limit.SIGN_IN, "192.0.2.2"));
        pass(Duration.ofMinutes(1));
        assertTrue(limits.isNews(Limit.SIGN_IN, "192.0.2.1"));
    }

    @Test
    void a_factor_makes_all_limits_wider() {
        RateLimits wide = limits(10);
        for (int i = 0; i < 200; i++) {
            assertEquals(Optional.empty(), wide.take(Limit.EXPORT, "haneul"));
        }
        assertTrue(wide.take(Limit.EXPORT, "haneul").isPresent());
    }

    private void take(Limit limit, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Optional.empty(), limits.take(limit, "haneul"), limit + " " + i);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private RateLimits limits(int factor) {
        RateLimits made = new RateLimits();
        made.factor = factor;
        made.clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return made;
    }
}
