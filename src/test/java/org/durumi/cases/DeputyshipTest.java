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

    private final Macs macs = TestKeys.macs();

    private Deputyship named(LocalDate first, LocalDate last) {
        return Deputyship.name(
                TEAM, HANEUL.id(), new NewDeputy(Optional.empty(), YUN, first, last), SEOUL, SEO.signed(NOW), macs);
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
    void two_overlap_that_have_a_day_in_common() {
        Deputyship week = named(TODAY, TODAY.plusDays(6));

        assertTrue(week.overlaps(named(TODAY.plusDays(6), TODAY.plusDays(7))));
        assertTrue(week.overlaps(named(TODAY.minusDays(2), TODAY)));
        assertTrue(week.overlaps(named(TODAY.plusDays(2), TODAY.plusDays(2))));
        assertFalse(week.overlaps(named(TODAY.plusDays(7), TODAY.plusDays(8))));
        assertFalse(week.overlaps(named(TODAY.minusDays(2), TODAY.minusDays(1))));
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
