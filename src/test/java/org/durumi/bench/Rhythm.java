package org.durumi.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.durumi.work.CheckInLevel;

/**
 * What was agreed with somebody of a simulated month, and when others must be told that they were not heard of: reckoned from
 * docs/domain/check-ins.md, not as the database does it.
 *
 * @param from from which hour nothing falls due; empty if there are no quiet hours
 */
record Rhythm(int hours, int grace, Optional<Integer> from, Optional<Integer> to) {
    static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final List<Integer> HOURS = List.of(6, 8, 12, 12, 24, 24, 24, 36, 48, 72);

    /** So many minutes after the caseworkers come those who stand in, the team's supervisors, and after these all. */
    private static final Duration DEPUTIES = Duration.ofMinutes(15);

    private static final Duration SUPERVISORS = Duration.ofMinutes(30);
    private static final Duration EVERYBODY = Duration.ofMinutes(60);

    /** Somebody is to be told. */
    record Step(Instant due, CheckInLevel level, Instant time) {}

    static Rhythm any(Random chance) {
        int hours = HOURS.get(chance.nextInt(HOURS.size()));
        int grace = 5 * (1 + chance.nextInt(Math.min(36, hours * 6)));
        boolean quiet = chance.nextBoolean();
        int from = 20 + chance.nextInt(4);
        return new Rhythm(
                hours,
                grace,
                quiet ? Optional.of(from) : Optional.empty(),
                quiet ? Optional.of(6 + chance.nextInt(4)) : Optional.empty());
    }

    Duration interval() {
        return Duration.ofHours(hours);
    }

    Instant lastGrace(Instant due) {
        return due.plus(Duration.ofMinutes(grace));
    }

    /** When somebody is due who would be at this moment. */
    Instant awake(Instant moment) {
        if (from.isEmpty()) {
            return moment;
        }
        // The quiet hours span midnight: they began today or yesterday.
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZONE);
        LocalDateTime begins = local.toLocalDate().atTime(from.get(), 0);
        if (begins.isAfter(local)) {
            begins = begins.minusDays(1);
        }
        LocalDateTime ends = begins.toLocalDate().plusDays(1).atTime(to.orElseThrow(), 0);
        return (local.isBefore(ends) ? ends : local).atZone(ZONE).toInstant();
    }

    /** Whom it is to be told when, if somebody was due first at a moment and is not heard of until another. */
    List<Step> steps(Instant first, Instant until, boolean deputy) {
        List<Step> steps = new ArrayList<>();
        for (Instant due = first; lastGrace(due).isBefore(until); due = awake(due.plus(interval()))) {
            Instant next = awake(due.plus(interval()));
            Instant caseworkers = lastGrace(due);
            Instant supervisors = earlier(caseworkers.plus(SUPERVISORS), next);
            steps.add(new Step(due, CheckInLevel.CASEWORKERS, caseworkers));
            if (deputy) {
                steps.add(new Step(due, CheckInLevel.DEPUTIES, earlier(caseworkers.plus(DEPUTIES), next)));
            }
            steps.add(new Step(due, CheckInLevel.SUPERVISORS, supervisors));
            steps.add(new Step(due, CheckInLevel.EVERY_SUPERVISOR, earlier(supervisors.plus(EVERYBODY), next)));
        }
        steps.removeIf(each -> !each.time().isBefore(until));
        return steps;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
