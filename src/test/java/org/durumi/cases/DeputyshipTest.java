package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class DeputyshipTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final UserId YUN = new UserId("yun");
    private static final UserId MIN = new UserId("min");

    private final Macs macs = TestKeys.macs();

    private Deputyship named(LocalDate first, LocalDate last) {
        return Deputyship.name(
                TEAM, HANEUL.id(), new NewDeputy(Optional.empty(), YUN, first, last), SEOUL, SEO.signed(NOW), macs);
    }

    private Deputyship named(UserId absent, UserId deputy, int first, int last) {
        return Deputyship.name(
                TEAM,
                absent,
                new NewDeputy(Optional.empty(), deputy, TODAY.plusDays(first), TODAY.plusDays(last)),
                SEOUL,
                SEO.signed(NOW),
                macs);
    }

    @Test
    void it_stands_from_the_first_moment_of_its_first_day_to_the_last_of_its_last_in_the_zone() {
        Deputyship deputyship = named(TODAY, TODAY.plusDays(1));
        Instant begins = TODAY.atStartOfDay(SEOUL).toInstant();
        Instant due = TODAY.plusDays(2).atStartOfDay(SEOUL).toInstant();

        assertFalse(deputyship.stands(begins.minusMillis(1)));
        assertTrue(deputyship.stands(begins));
        assertTrue(deputyship.stands(due.minusMillis(1)));
        assertFalse(deputyship.stands(due));
        assertTrue(deputyship.isToCome(begins.minusMillis(1)));
        assertFalse(deputyship.isToCome(due));
    }

    @Test
    void sixty_days_are_the_most_and_the_days_have_an_order() {
        assertEquals(TODAY.plusDays(59), named(TODAY, TODAY.plusDays(59)).last());
        assertEquals("deputy.too-long", refused(TODAY, TODAY.plusDays(60)));
        assertEquals("deputy.order", refused(TODAY, TODAY.minusDays(1)));
        assertEquals(TODAY, named(TODAY, TODAY).last());
    }

    private String refused(LocalDate first, LocalDate last) {
        RuleViolation refused = assertThrows(RuleViolation.class, () -> named(first, last));
        assertEquals("last", refused.field());
        return refused.messageKey();
    }

    @Test
    void two_for_the_same_person_are_double_that_have_a_day_in_common() {
        Cover week = new Cover(List.of(named(TODAY, TODAY.plusDays(6))));

        assertTrue(week.isDouble(named(TODAY.plusDays(6), TODAY.plusDays(7))));
        assertTrue(week.isDouble(named(TODAY.minusDays(2), TODAY)));
        assertTrue(week.isDouble(named(TODAY.plusDays(2), TODAY.plusDays(2))));
        assertFalse(week.isDouble(named(TODAY.plusDays(7), TODAY.plusDays(8))));
        assertFalse(week.isDouble(named(TODAY.minusDays(2), TODAY.minusDays(1))));
        assertFalse(week.isDouble(named(YUN, HANEUL.id(), 0, 6)), "of somebody else");
    }

    @Test
    void where_the_deputy_is_away_it_is_open_until_another_one_who_is_there_is_named() {
        Deputyship week = named(HANEUL.id(), YUN, 0, 6);
        Cover ill = new Cover(List.of(week)).with(named(YUN, MIN, 4, 8));

        assertTrue(ill.isAway(YUN, week));
        assertTrue(ill.isOpen(week, TODAY));
        assertTrue(ill.isOpen(week, TODAY.plusDays(6)));
        assertFalse(ill.isOpen(week, TODAY.plusDays(7)), "over");
        assertFalse(ill.isDouble(named(HANEUL.id(), MIN, 4, 6)), "another one may be named");
        assertTrue(ill.isDouble(named(HANEUL.id(), MIN, 3, 6)), "but not for a day on which the first one is there");
        assertTrue(ill.with(named(HANEUL.id(), MIN, 4, 5)).isOpen(week, TODAY));
        assertFalse(ill.with(named(HANEUL.id(), MIN, 4, 6)).isOpen(week, TODAY));
        assertFalse(new Cover(List.of(week)).isOpen(week, TODAY));
    }

    @Test
    void those_of_the_same_two_that_touch_last_together() throws ReflectiveOperationException {
        Deputyship before = named(HANEUL.id(), YUN, -30, -1);
        Deputyship after = named(HANEUL.id(), YUN, 10, 19);
        Deputyship next = named(HANEUL.id(), YUN, 0, 9);

        assertEquals(10, new Cover(List.of()).together(next, SEOUL));
        assertEquals(50, new Cover(List.of(before, after)).together(next, SEOUL));
        assertEquals(10, new Cover(List.of(named(HANEUL.id(), MIN, -30, -1))).together(next, SEOUL), "another deputy");
        assertEquals(10, new Cover(List.of(named(HANEUL.id(), YUN, -30, -2))).together(next, SEOUL), "a day between");
        java.lang.reflect.Field until = Deputyship.class.getDeclaredField("until");
        until.setAccessible(true);
        until.set(before, TODAY.minusDays(5).atStartOfDay(SEOUL).toInstant());
        until.set(after, TODAY.minusDays(5).atStartOfDay(SEOUL).toInstant());
        assertEquals(10, new Cover(List.of(before, after)).together(next, SEOUL), "ended, or before it began");
        until.set(before, TODAY.minusDays(1).atTime(12, 0).atZone(SEOUL).toInstant());
        assertEquals(40, new Cover(List.of(before)).together(next, SEOUL), "ended today, named anew");
    }

    @Test
    void it_counts_only_as_the_application_wrote_it() throws ReflectiveOperationException {
        assertTrue(named(TODAY, TODAY).isGenuine(macs));
        for (String name :
                List.of("userId", "deputy", "teamId", "firstDay", "lastDay", "begins", "due", "named", "id")) {
            Deputyship deputyship = named(TODAY, TODAY);
            java.lang.reflect.Field field = Deputyship.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(deputyship, other(field.get(deputyship)));
            assertFalse(deputyship.isGenuine(macs), name);
        }
    }

    private static Object other(Object value) {
        return switch (value) {
            case UserId any -> SEO.id();
            case LocalDate day -> day.plusDays(1);
            case Instant moment -> moment.plusSeconds(1);
            case org.durumi.kernel.Signed any -> HANEUL.signed(NOW);
            case org.durumi.kernel.TeamId any -> org.durumi.kernel.TeamId.of("7d9c1d5e-0000-4000-8000-000000000002");
            case org.durumi.kernel.EntryId any -> org.durumi.kernel.EntryId.create();
            default -> throw new IllegalArgumentException("no other " + value.getClass());
        };
    }
}
