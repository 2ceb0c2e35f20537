package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;
import org.junit.jupiter.api.Test;

/** How long closed cases are kept, as docs/domain/retention.md says. */
class RetentionTest {
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final Recording BY_SEO = CaseFixtures.by(SEO, FILE.id());

    @Test
    void every_reason_to_close_keeps_a_case_as_long_as_the_page_of_the_domain_says() {
        Map<String, Integer> told = DomainTables.rows("retention.md", "closed as").stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> Integer.valueOf(row.get(1))));

        assertEquals(
                Stream.of(CloseReason.values())
                        .collect(
                                Collectors.toMap(Enum::name, each -> each.kept().usual())),
                told);
        for (CloseReason reason : CloseReason.values()) {
            Retention rule = Retention.byRule(FILE, reason.kept().usual(), TODAY, BY_SEO);
            assertEquals(TODAY.plusYears(told.get(reason.name())), rule.keepUntil(), reason.name());
            assertEquals(Optional.empty(), rule.why());
        }
    }

    @Test
    void a_supervisor_keeps_a_case_until_a_day_after_today_within_ten_years() {
        assertEquals(TODAY.plusDays(1), kept(TODAY.plusDays(1)).keepUntil());
        assertEquals(
                Optional.of("his brother may come"), kept(TODAY.plusYears(10)).why());
        assertEquals("retention.keep-until.past", refusal(() -> kept(TODAY)));
        assertEquals(
                "retention.keep-until.far",
                refusal(() -> kept(TODAY.plusYears(10).plusDays(1))));
    }

    @Test
    void a_hold_is_lifted_once_and_says_why() {
        LegalHold hold = LegalHold.place(FILE, new NewHold("the inquiry asks for it"), BY_SEO);
        assertEquals(Optional.empty(), hold.lifted());

        hold.lift(new NewHold(" the inquiry is over "), BY_SEO);

        assertEquals(Optional.of(BY_SEO.signed()), hold.lifted());
        assertEquals("the inquiry asks for it", hold.why());
        assertEquals("the inquiry is over", hold.whyLifted());
        assertEquals("hold.lifted-already", refusal(() -> hold.lift(new NewHold("again"), BY_SEO)));
    }

    private static Retention kept(LocalDate until) {
        return Retention.decided(FILE, new NewRetention(until, " his brother may come "), TODAY, BY_SEO);
    }

    private static String refusal(Runnable act) {
        return assertThrows(RuleViolation.class, act::run).messageKey();
    }
}
