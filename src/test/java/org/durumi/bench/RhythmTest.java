package org.durumi.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.durumi.bench.Rhythm.Step;
import org.junit.jupiter.api.Test;

/** What a simulated month is compared with says what docs/domain/check-ins.md says. */
class RhythmTest {
    private static final Instant NOON = at("2026-11-29T12:00");

    @Test
    void first_the_caseworkers_then_the_team_then_everybody_and_again_when_the_next_is_missed() {
        Rhythm daily = new Rhythm(24, 60, Optional.empty(), Optional.empty());

        assertEquals(List.of(60L, 90L, 150L, 1500L), minutes(daily, Duration.ofMinutes(1501), false));
        assertEquals(List.of(60L, 75L, 90L, 150L), minutes(daily, Duration.ofHours(24), true));
        assertEquals(List.of(), minutes(daily, Duration.ofMinutes(60), false), "heard of in time");
    }

    @Test
    void a_short_interval_climbs_before_the_next_is_due() {
        Rhythm often = new Rhythm(2, 60, Optional.empty(), Optional.empty());

        assertEquals(List.of(60L, 90L, 120L), minutes(often, Duration.ofMinutes(180), false));
    }

    @Test
    void nobody_is_due_at_night() {
        Rhythm rests = new Rhythm(12, 60, Optional.of(22), Optional.of(7));

        assertEquals(at("2026-11-30T07:00"), rests.awake(at("2026-11-29T22:00")));
        assertEquals(at("2026-11-30T07:00"), rests.awake(at("2026-11-30T06:59")));
        assertEquals(at("2026-11-30T07:00"), rests.awake(at("2026-11-30T07:00")));
        assertEquals(NOON, rests.awake(NOON));
    }

    private static List<Long> minutes(Rhythm rhythm, Duration until, boolean deputy) {
        return rhythm.steps(NOON, NOON.plus(until), deputy).stream()
                .map(Step::time)
                .map(each -> Duration.between(NOON, each).toMinutes())
                .toList();
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(Rhythm.ZONE).toInstant();
    }
}
