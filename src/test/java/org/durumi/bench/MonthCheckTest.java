package org.durumi.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.durumi.bench.MonthNode.Outage;
import org.durumi.bench.MonthPerson.Act;
import org.durumi.bench.MonthPerson.Kind;
import org.durumi.bench.MonthSteps.Told;
import org.durumi.work.CheckInLevel;
import org.junit.jupiter.api.Test;

/** What looks through a simulated month complains of each fault that is put into it, and of nothing else. */
class MonthCheckTest {
    private static final Instant AGREED = Instant.parse("2026-11-29T03:00:00Z");
    private static final Instant DUE = AGREED.plus(Duration.ofHours(6));

    private final MonthPerson person = person();
    private final Instant end = person.rhythm.lastGrace(DUE).plus(Duration.ofHours(2));
    private final List<Outage> outages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void four_steps_ten_seconds_after_their_time_are_as_they_should_be() {
        MonthCheck check = complainsOf(UnaryOperator.identity());

        assertEquals(List.of(), complaints);
        assertEquals(4, check.steps());
        assertEquals(1, check.misses());
        assertEquals(List.of(ten(), ten(), ten(), ten()), check.late());
    }

    @Test
    void deputies_told_14_minutes_later() {
        complainsOf(told -> later(told, CheckInLevel.DEPUTIES, Duration.ofMinutes(14)));

        assertEquals(List.of("late by PT14M10S: DEPUTIES of " + time(CheckInLevel.DEPUTIES)), complaints);
    }

    @Test
    void supervisors_told_a_minute_and_a_second_after_their_time() {
        complainsOf(told -> later(told, CheckInLevel.SUPERVISORS, Duration.ofSeconds(51)));

        assertEquals(List.of("late by PT1M1S: SUPERVISORS of " + time(CheckInLevel.SUPERVISORS)), complaints);
    }

    @Test
    void a_step_that_was_lost() {
        complainsOf(told -> told.stream()
                .filter(each -> each.level() != CheckInLevel.SUPERVISORS)
                .toList());

        assertEquals(List.of("lost: SUPERVISORS of " + time(CheckInLevel.SUPERVISORS)), complaints);
    }

    @Test
    void a_step_that_was_taken_twice() {
        complainsOf(
                told -> Stream.concat(told.stream(), Stream.of(told.getLast())).toList());

        assertEquals(List.of("twice: EVERY_SUPERVISOR"), complaints);
    }

    @Test
    void a_step_before_its_time() {
        complainsOf(told -> later(told, CheckInLevel.CASEWORKERS, Duration.ofSeconds(-11)));

        assertEquals(1, complaints.size());
        assertEquals("too early", complaints.getFirst().substring(0, 9));
    }

    @Test
    void a_step_that_told_somebody_else() {
        complainsOf(told -> told.stream()
                .map(each -> each.level() == CheckInLevel.DEPUTIES
                        ? new Told(each.cause(), each.due(), each.level(), each.at(), Set.of(person.worker()))
                        : each)
                .toList());

        assertEquals(List.of("others were told than should be: DEPUTIES"), complaints);
    }

    @Test
    void a_step_of_somebody_who_was_not_missed() {
        Instant another = DUE.minusSeconds(1);
        complainsOf(told -> Stream.concat(
                        told.stream(),
                        Stream.of(new Told("MISSED", another, CheckInLevel.CASEWORKERS, end, Set.of(person.worker()))))
                .toList());

        assertEquals(1, complaints.size());
        assertEquals("never due", complaints.getFirst().substring(0, 9));
    }

    @Test
    void what_fell_due_while_the_application_was_away_has_a_minute_from_the_restart() {
        Instant time = time(CheckInLevel.SUPERVISORS);
        outages.add(new Outage(time.minusSeconds(20), time.plus(Duration.ofMinutes(20))));
        MonthCheck check = complainsOf(told -> later(told, CheckInLevel.SUPERVISORS, Duration.ofSeconds(1200)));

        assertEquals(List.of(), complaints);
        assertEquals(List.of(ten()), check.lateAfterRestart());
    }

    @Test
    void what_fell_due_while_the_application_was_away_and_comes_61_seconds_after_the_restart() {
        Instant time = time(CheckInLevel.SUPERVISORS);
        outages.add(new Outage(time.minusSeconds(20), time.plus(Duration.ofMinutes(20))));
        complainsOf(told -> later(told, CheckInLevel.SUPERVISORS, Duration.ofSeconds(1251)));

        assertEquals(List.of("late by PT1M1S: SUPERVISORS of " + time), complaints);
    }

    /** Looks through what should have been told, after somebody has spoilt it. */
    private MonthCheck complainsOf(UnaryOperator<List<Told>> fault) {
        List<Told> told = person.rhythm.steps(DUE, end, true).stream()
                .map(step -> new Told(
                        "MISSED",
                        step.due(),
                        step.level(),
                        step.time().plus(ten()),
                        MonthStaff.told(person.caseworker, step.level(), false)))
                .toList();
        MonthCheck check = new MonthCheck(new TreeSet<>(List.of(end.minusSeconds(1))), outages, complaints);
        check.compare(person, fault.apply(told), end);
        return check;
    }

    private static List<Told> later(List<Told> told, CheckInLevel level, Duration by) {
        return told.stream()
                .map(each -> each.level() == level
                        ? new Told(each.cause(), each.due(), level, each.at().plus(by), each.whom())
                        : each)
                .toList();
    }

    private Instant time(CheckInLevel level) {
        return person.rhythm.steps(DUE, end, true).stream()
                .filter(each -> each.level() == level)
                .map(Rhythm.Step::time)
                .findFirst()
                .orElseThrow();
    }

    private static Duration ten() {
        return Duration.ofSeconds(10);
    }

    /** Somebody whose caseworker has a deputy. */
    private static MonthPerson person() {
        MonthPerson person = new MonthPerson(
                0, "K-1", UUID.randomUUID(), UUID.randomUUID(), new Random(1), Optional.empty(), AGREED);
        person.did(new Act(Kind.AGREED, person.worker(), AGREED, AGREED, AGREED), Optional.of(DUE));
        return person;
    }
}
