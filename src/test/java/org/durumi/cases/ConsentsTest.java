package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be shared, and with whom: nothing of which no standing consent says so. */
class ConsentsTest {
    private static final CaseId CASE = CaseId.create();
    private static final ParticipantId MINA = ParticipantId.create();
    private static final ParticipantId SORA = ParticipantId.create();

    private final List<Consent> recorded = new ArrayList<>();
    private int minutes;

    /** What one consent to one purpose may have become, and what it then permits. */
    private enum Told {
        NOTHING(Permission.NOT_RECORDED),
        STANDING(Permission.PERMITTED),
        WITH_SOMETHING_WITHHELD(Permission.IN_PART),
        UNTIL_TODAY(Permission.PERMITTED),
        UNTIL_YESTERDAY(Permission.EXPIRED),
        TAKEN_BACK(Permission.WITHDRAWN),
        TAKEN_BACK_WITH_SOMETHING_WITHHELD(Permission.WITHDRAWN),
        TAKEN_BACK_AFTER_ITS_END(Permission.WITHDRAWN),
        SAID_NO(Permission.REFUSED),
        STRUCK(Permission.NOT_RECORDED);

        private final Permission permits;

        Told(Permission permits) {
            this.permits = permits;
        }
    }

    @Test
    void each_purpose_is_permitted_by_its_own_consent_alone() {
        for (ConsentPurpose asked : ConsentPurpose.values()) {
            for (ConsentPurpose told : ConsentPurpose.values()) {
                for (Told how : Told.values()) {
                    recorded.clear();
                    tell(MINA, told, how);

                    Permission expected = asked == told ? how.permits : Permission.NOT_RECORDED;
                    assertEquals(expected, of(MINA).permit(asked), asked + " after " + told + " " + how);
                }
            }
        }
    }

    @Test
    void of_several_consents_of_a_person_the_best_counts_but_what_is_withheld_stays_withheld() {
        for (Told one : Told.values()) {
            for (Told other : Told.values()) {
                recorded.clear();
                tell(MINA, ConsentPurpose.NGO, one);
                tell(MINA, ConsentPurpose.NGO, other);

                assertEquals(afterBoth(one, other), of(MINA).permit(ConsentPurpose.NGO), one + ", " + other);
            }
        }
    }

    /** All are said of the same day, in this order: a «no» ends what was said before it. */
    private static Permission afterBoth(Told one, Told other) {
        Permission first =
                other == Told.SAID_NO && one != Told.STRUCK && one != Told.NOTHING ? Permission.REFUSED : one.permits;
        if (first == Permission.IN_PART || other.permits == Permission.IN_PART) {
            return Permission.IN_PART;
        }
        return first.compareTo(other.permits) < 0 ? first : other.permits;
    }

    @Test
    void a_no_ends_what_was_agreed_to_before_and_nothing_that_was_agreed_to_after_it() {
        Consent unknown = record(MINA, told(PartialDate.unknown(), Optional.empty(), ""));
        Consent earlier = consent(MINA, ConsentPurpose.NGO, 9);
        Consent sameDay = consent(MINA, ConsentPurpose.NGO, 5);
        Consent hers = consent(SORA, ConsentPurpose.NGO, 9);
        Consent other = consent(MINA, ConsentPurpose.UNHCR, 9);
        Consent no = refusal(5);
        Consent afterwards = consent(MINA, ConsentPurpose.NGO, 5);
        Consent later = consent(MINA, ConsentPurpose.NGO, 4);

        assertEquals(
                List.of(unknown, earlier, sameDay),
                Stream.of(unknown, earlier, sameDay, hers, other, no, afterwards, later)
                        .filter(each -> each.isEndedBy(no))
                        .toList());
    }

    @Test
    void a_no_limits_nothing_and_is_not_taken_back() {
        assertEquals(
                Optional.of("consent.refused.nothing-else"),
                broken(() -> record(MINA, no(Optional.of(TODAY), "", ""))));
        assertEquals(
                Optional.of("consent.refused.nothing-else"),
                broken(() -> record(MINA, no(Optional.empty(), "where her mother is", ""))));
        assertEquals(
                Optional.of("consent.legal-basis.not-needed"),
                broken(() -> record(MINA, no(Optional.empty(), "", "she is held"))));
        assertEquals(Optional.of("consent.withdrawn.refusal"), broken(() -> withdraw(refusal(0), TODAY)));
    }

    @Test
    void what_was_recorded_by_mistake_counts_for_nothing_and_is_struck_once_with_a_reason() {
        Consent wrong = consent(MINA, ConsentPurpose.NGO, 1);

        assertEquals(Optional.of("entry.reason.missing"), broken(() -> wrong.strike("\u200B", recording())));
        wrong.strike("said by the other one", recording());
        assertFalse(wrong.stands());
        assertEquals("said by the other one", wrong.strikeReason());
        assertEquals(Optional.of("entry.struck"), broken(() -> wrong.strike("again", recording())));
        assertEquals(Optional.of("entry.struck"), broken(() -> withdraw(wrong, TODAY)));
    }

    @Test
    void of_several_people_the_least_counts() {
        for (Told one : Told.values()) {
            for (Told other : Told.values()) {
                recorded.clear();
                tell(MINA, ConsentPurpose.MEDIA, one);
                tell(SORA, ConsentPurpose.MEDIA, other);

                Permission least = one.permits.compareTo(other.permits) > 0 ? one.permits : other.permits;
                assertEquals(least, of(MINA, SORA).permit(ConsentPurpose.MEDIA), one + " and " + other);
                assertEquals(one.permits, of(MINA, SORA).of(MINA).permit(ConsentPurpose.MEDIA));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ConsentPurpose.class)
    void of_nobody_nothing_is_shared(ConsentPurpose purpose) {
        assertFalse(of().permit(purpose).permits());
    }

    @Test
    void while_a_consent_cannot_be_read_nothing_is_permitted_for_it_may_have_been_a_no() {
        tell(MINA, ConsentPurpose.NGO, Told.STANDING);

        assertEquals(
                Permission.NOT_RECORDED,
                new Consents(List.of(MINA), recorded, false, TODAY, ZoneOffset.UTC).permit(ConsentPurpose.NGO));
    }

    @Test
    void those_without_consent_are_to_be_asked() {
        tell(MINA, ConsentPurpose.CASE_WORK, Told.STANDING);
        tell(SORA, ConsentPurpose.CASE_WORK, Told.UNTIL_YESTERDAY);

        assertEquals(List.of(SORA), of(MINA, SORA).without(ConsentPurpose.CASE_WORK));
        assertEquals(List.of(MINA, SORA), of(MINA, SORA).without(ConsentPurpose.PHOTO));
    }

    @Test
    void what_held_on_a_day_that_is_over_counts_for_that_day_whatever_was_said_later() {
        Consent until = record(MINA, told(PartialDate.on(daysAgo(9)), Optional.of(daysAgo(3)), ""));
        recorded.add(until);
        assertEquals(List.of(false, true, true, false, false), heldOn(10, 9, 3, 2, 0));

        recorded.clear();
        Consent back = consent(MINA, ConsentPurpose.NGO, 9);
        withdraw(back, daysAgo(4));
        recorded.add(back);
        assertEquals(List.of(true, false, false), heldOn(5, 4, 0));

        recorded.clear();
        recorded.addAll(
                List.of(consent(MINA, ConsentPurpose.NGO, 9), refusal(4), consent(SORA, ConsentPurpose.NGO, 9)));
        assertEquals(List.of(true, false, false), heldOn(5, 4, 0));
        assertEquals(List.of(MINA), of(MINA, SORA).without(ConsentPurpose.NGO, PartialDate.on(TODAY)));

        recorded.clear();
        Consent wrong = consent(MINA, ConsentPurpose.NGO, 9);
        wrong.strike("said by the other one", recording());
        recorded.addAll(List.of(wrong, consent(MINA, ConsentPurpose.UNHCR, 9)));
        assertEquals(List.of(false), heldOn(5));

        recorded.add(consent(MINA, ConsentPurpose.NGO, 9));
        assertEquals(List.of(true), heldOn(5));
        assertEquals(
                List.of(MINA),
                new Consents(List.of(MINA), recorded, false, TODAY, ZoneOffset.UTC)
                        .without(ConsentPurpose.NGO, PartialDate.on(daysAgo(5))),
                "one that cannot be read may have been a no");
    }

    private List<Boolean> heldOn(int... daysAgo) {
        return IntStream.of(daysAgo)
                .mapToObj(each -> held(PartialDate.on(daysAgo(each))))
                .toList();
    }

    private boolean held(PartialDate when) {
        return of(MINA).without(ConsentPurpose.NGO, when).isEmpty();
    }

    @Test
    void a_consent_of_a_vague_day_holds_from_its_last_one_on_and_at_the_latest_from_its_record() {
        YearMonth month = YearMonth.from(TODAY).minusMonths(2);
        recorded.add(record(MINA, told(PartialDate.in(month), Optional.empty(), "")));
        assertFalse(held(PartialDate.on(month.atEndOfMonth().minusDays(1))));
        assertTrue(held(PartialDate.on(month.atEndOfMonth())));

        for (PartialDate vague : List.of(PartialDate.in(Year.from(TODAY)), PartialDate.unknown())) {
            recorded.clear();
            recorded.add(record(MINA, told(vague, Optional.empty(), "")));
            assertEquals(List.of(false, false, true), heldOn(300, 1, 0), "known since today");
        }
    }

    @Test
    void on_a_vague_day_a_consent_has_to_hold_from_the_first_that_is_possible_to_the_last() {
        YearMonth month = YearMonth.from(TODAY).minusMonths(2);
        PartialDate vague = PartialDate.in(month);
        recorded.add(record(MINA, told(PartialDate.on(month.atDay(2)), Optional.empty(), "")));
        assertFalse(held(vague), "asked on the first, perhaps");

        recorded.add(record(MINA, told(PartialDate.on(month.atDay(1)), Optional.of(month.atDay(9)), "")));
        assertFalse(held(vague), "neither of them all the time");

        Consent whole = record(MINA, told(PartialDate.on(month.atDay(1)), Optional.empty(), ""));
        recorded.add(whole);
        assertTrue(held(vague));
        assertTrue(held(PartialDate.unknown()), "today");

        withdraw(whole, month.atDay(20));
        assertFalse(held(vague));
    }

    private static LocalDate daysAgo(int days) {
        return TODAY.minusDays(days);
    }

    @ParameterizedTest
    @CsvSource({
        "WRITTEN,     '',        CASE_WORK,  ",
        "BY_GUARDIAN, '',        PHOTO,      ",
        "IMPOSSIBLE,  she is held, GOVERNMENT, ",
        "IMPOSSIBLE,  '',        CASE_WORK,  consent.legal-basis.missing",
        "IMPOSSIBLE,  \u200B,    CASE_WORK,  consent.legal-basis.missing",
        "SPOKEN,      she is held, CASE_WORK, consent.legal-basis.not-needed",
        "IMPOSSIBLE,  she is held, MEDIA,    consent.never-without-asking",
        "IMPOSSIBLE,  she is held, PHOTO,    consent.never-without-asking"
    })
    void a_legal_basis_is_for_those_who_could_not_be_asked_and_never_for_the_public(
            ConsentForm form, String basis, ConsentPurpose purpose, String broken) {
        NewConsent told = new NewConsent(Set.of(purpose), form, PartialDate.on(TODAY), Optional.empty(), "", basis);

        assertEquals(Optional.ofNullable(broken), broken(() -> record(MINA, told)));
    }

    @Test
    void a_consent_is_given_by_today_and_before_it_ends() {
        assertEquals(
                Optional.of("consent.given.future"),
                broken(() -> record(MINA, told(PartialDate.on(TODAY.plusDays(1)), Optional.empty(), ""))));
        assertEquals(
                Optional.of("consent.valid-until.before-given"),
                broken(() -> record(MINA, told(PartialDate.on(TODAY), Optional.of(TODAY.minusDays(1)), ""))));
        assertEquals(
                Optional.empty(),
                broken(() -> record(
                        MINA, told(PartialDate.in(YearMonth.from(TODAY)), Optional.of(TODAY.minusDays(1)), ""))));
    }

    @Test
    void a_consent_is_taken_back_once_by_today_and_not_before_it_was_given() {
        Consent consent = record(MINA, told(PartialDate.on(TODAY.minusDays(2)), Optional.empty(), ""));

        assertEquals(Optional.of("consent.withdrawn.future"), broken(() -> withdraw(consent, TODAY.plusDays(1))));
        assertEquals(
                Optional.of("consent.withdrawn.before-given"), broken(() -> withdraw(consent, TODAY.minusDays(3))));
        withdraw(consent, TODAY);
        assertEquals(Optional.of(TODAY), consent.withdrawnOn());
        assertEquals(Optional.of("consent.withdrawn.already"), broken(() -> withdraw(consent, TODAY)));
    }

    @Test
    void with_a_consent_end_the_earlier_ones_for_the_same_of_the_same_person() {
        Consent taken = consent(MINA, ConsentPurpose.NGO, 2);
        Consent earlier = consent(MINA, ConsentPurpose.NGO, 9);
        Consent unknown = record(MINA, told(PartialDate.unknown(), Optional.empty(), ""));
        Consent later = consent(MINA, ConsentPurpose.NGO, 0);
        Consent hers = consent(SORA, ConsentPurpose.NGO, 9);
        Consent other = consent(MINA, ConsentPurpose.UNHCR, 9);
        LocalDate yesterday = TODAY.minusDays(1);

        assertEquals(
                List.of(earlier, unknown),
                Stream.of(taken, earlier, unknown, later, hers, other)
                        .filter(each -> each.endsWith(taken, yesterday))
                        .toList());
    }

    private Consents of(ParticipantId... people) {
        return new Consents(List.of(people), recorded, true, TODAY, ZoneOffset.UTC);
    }

    private void tell(ParticipantId who, ConsentPurpose purpose, Told how) {
        PartialDate given = PartialDate.on(TODAY.minusDays(30));
        Optional<LocalDate> until =
                switch (how) {
                    case UNTIL_TODAY -> Optional.of(TODAY);
                    case UNTIL_YESTERDAY, TAKEN_BACK_AFTER_ITS_END -> Optional.of(TODAY.minusDays(1));
                    default -> Optional.empty();
                };
        String withhold = how == Told.WITH_SOMETHING_WITHHELD || how == Told.TAKEN_BACK_WITH_SOMETHING_WITHHELD
                ? "where her mother is"
                : "";
        if (how != Told.NOTHING) {
            ConsentForm form = how == Told.SAID_NO ? ConsentForm.REFUSED : ConsentForm.SPOKEN;
            Consent consent = record(who, new NewConsent(Set.of(purpose), form, given, until, withhold, ""));
            if (how == Told.STRUCK) {
                consent.strike("said by the other one", recording());
            }
            if (how.permits == Permission.WITHDRAWN) {
                withdraw(consent, TODAY);
            }
            recorded.add(consent);
        }
    }

    private Consent refusal(int daysAgo) {
        return record(
                MINA,
                new NewConsent(
                        Set.of(ConsentPurpose.NGO),
                        ConsentForm.REFUSED,
                        PartialDate.on(TODAY.minusDays(daysAgo)),
                        Optional.empty(),
                        "",
                        ""));
    }

    private static NewConsent no(Optional<LocalDate> until, String withhold, String basis) {
        return new NewConsent(
                Set.of(ConsentPurpose.NGO), ConsentForm.REFUSED, PartialDate.on(TODAY), until, withhold, basis);
    }

    private Consent consent(ParticipantId who, ConsentPurpose purpose, int daysAgo) {
        return record(
                who,
                new NewConsent(
                        Set.of(purpose),
                        ConsentForm.WRITTEN,
                        PartialDate.on(TODAY.minusDays(daysAgo)),
                        Optional.empty(),
                        "",
                        ""));
    }

    private static NewConsent told(PartialDate given, Optional<LocalDate> until, String withhold) {
        return new NewConsent(Set.of(ConsentPurpose.NGO), ConsentForm.WRITTEN, given, until, withhold, "");
    }

    private Consent record(ParticipantId who, NewConsent told) {
        return Consent.record(CASE, who, told, recording(), TODAY).get(0);
    }

    /** A minute later each time. */
    private Recording recording() {
        Recording first = CaseFixtures.by(HANEUL, CASE);
        Signed signed = first.signed();
        return new Recording(new Signed(signed.by(), signed.at().plusSeconds(60 * ++minutes)), first.key());
    }

    private void withdraw(Consent consent, LocalDate day) {
        consent.withdraw(new NewWithdrawal(day, ""), recording(), TODAY);
    }

    private static Optional<String> broken(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (RuleViolation broken) {
            return Optional.of(broken.messageKey());
        }
    }
}
