package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class CheckInClimbTest {
    private static final Instant DUE = NOW.plus(Duration.ofHours(12));

    private static final ParticipantId WHO = ParticipantId.create();

    private final CaseFile file = OpenCases.ofOne();
    private final Recording recording = by(HANEUL, file.id());
    private final CheckInPlan plan = plan(12, 60, Optional.of(22), Optional.of(7));
    private final CheckInClimb climb = CheckInClimb.of(plan);

    @Test
    void somebody_is_awaited_when_the_plan_says_and_others_are_told_after_the_grace() {
        assertEquals(DUE, climb.since());
        assertEquals(Optional.of(DUE.plus(Duration.ofHours(1))), climb.next());
        assertFalse(climb.isOpen());
        assertTrue(climb.isOf(plan));
    }

    @Test
    void a_climb_follows_what_becomes_of_its_plan() {
        plan.pause(DUE.plus(Duration.ofDays(2)), " a new phone ", recording);
        assertFalse(climb.isOf(plan), "until it follows");
        climb.follow(plan);
        assertTrue(climb.isOf(plan));
        assertTrue(plan.isPausedAt(NOW));
        assertFalse(plan.isPausedAt(DUE.plus(Duration.ofDays(3))), "it ends by itself");
        assertTrue(climb.next().isPresent());
        assertEquals("a new phone", plan.why());

        plan.hold(recording);
        climb.follow(plan);
        assertEquals(Optional.empty(), climb.next());
        plan.heard(DUE, recording);
        assertEquals(CheckInState.HELD, plan.state(), "who is held is not awaited because they were heard of");
        plan.release(DUE, recording);
        climb.follow(plan);
        assertTrue(climb.next().isPresent());

        climb.duress(NOW);
        plan.end(PlanEnd.BY_HAND, "", recording);
        climb.follow(plan);
        assertEquals(Optional.empty(), climb.next());
        assertTrue(climb.isOpen(), "duress is not over because nobody is awaited any more");
        assertTrue(climb.isOf(plan));
    }

    @Test
    void duress_lasts_until_it_is_dealt_with() {
        climb.duress(NOW);
        plan.heard(DUE, recording);
        climb.follow(plan);
        assertEquals(Optional.of(NOW), climb.duress());
        climb.duressIsOver();
        assertFalse(climb.isOpen());
    }

    @Test
    void what_happened_before_somebody_was_awaited_is_no_news() {
        PlanNow now = new PlanNow(plan, climb, false);
        LocalDate due = DUE.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate later = due.plusDays(2);
        assertFalse(now.isNews(PartialDate.on(due.minusDays(1)), later, ZoneOffset.UTC));
        assertTrue(now.isNews(PartialDate.on(due), later, ZoneOffset.UTC));
        assertTrue(
                now.isNews(PartialDate.in(YearMonth.from(later)), later, ZoneOffset.UTC),
                "a month may be its last day");
        assertFalse(now.isNews(PartialDate.unknown(), later, ZoneOffset.UTC));
        LocalDate before = due.minusDays(3);
        assertTrue(
                now.isNews(PartialDate.on(before), before, ZoneOffset.UTC), "news of today are news before the time");
    }

    @Test
    void somebody_is_late_as_soon_as_they_were_to_be_heard_of() {
        PlanNow now = new PlanNow(plan, climb, false);
        assertFalse(now.isLate(DUE));
        assertTrue(now.isLate(DUE.plusSeconds(1)));
        plan.hold(recording);
        assertFalse(now.isLate(DUE.plusSeconds(1)), "who is held is not awaited");
        climb.duress(NOW);
        assertTrue(now.isLate(NOW));
    }

    @Test
    void a_climb_of_another_plan_is_told_from_that_of_this_one() {
        assertFalse(climb.isOf(plan(24, 60, Optional.of(22), Optional.of(7))));
        assertFalse(climb.isOf(plan(12, 61, Optional.of(22), Optional.of(7))));
        assertFalse(climb.isOf(plan(12, 60, Optional.empty(), Optional.empty())));
        plan.release(DUE.plusSeconds(1), recording);
        assertFalse(climb.isOf(plan));
    }

    @Test
    void the_words_that_were_agreed_stay_as_they_were_where_nothing_is_typed() {
        assertEquals(new CodeWords("spring onion", "the soup"), plan.codeWords(TestKeys.of(file.id())));
        NewCheckInPlan typed = new NewCheckInPlan(12, 60, Optional.empty(), Optional.empty(), "", "", "the weather");
        assertEquals(
                new CodeWords("spring onion", "the weather"),
                CodeWords.typed(typed, plan.codeWords(TestKeys.of(file.id()))));
    }

    @Test
    void grace_is_at_most_half_of_the_interval_and_quiet_hours_have_a_begin_and_an_end() {
        assertEquals(30, plan(1, 30, Optional.empty(), Optional.empty()).graceMinutes());
        assertThrows(RuleViolation.class, () -> plan(1, 31, Optional.empty(), Optional.empty()));
        assertThrows(RuleViolation.class, () -> plan(12, 60, Optional.of(22), Optional.empty()));
        assertThrows(RuleViolation.class, () -> plan(12, 60, Optional.of(7), Optional.of(7)));
    }

    @Test
    void only_what_was_heard_is_heard() {
        for (CheckInKind each : CheckInKind.values()) {
            assertEquals(each != CheckInKind.ANSWERED && each != CheckInKind.PAUSED, each.isHeard(), each.name());
        }
    }

    private CheckInPlan plan(int hours, int grace, Optional<Integer> from, Optional<Integer> to) {
        return CheckInPlan.agree(
                file,
                WHO,
                new NewCheckInPlan(hours, grace, from, to, "over the shop", "spring onion", "the soup"),
                new CodeWords("spring onion", "the soup"),
                DUE,
                recording);
    }
}
