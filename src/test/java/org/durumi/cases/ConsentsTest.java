package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
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

    /** What one consent to one purpose may have become, and what it then permits. */
    private enum Told {
        NOTHING(Permission.NOT_RECORDED),
        STANDING(Permission.PERMITTED),
        WITH_SOMETHING_WITHHELD(Permission.IN_PART),
        UNTIL_TODAY(Permission.PERMITTED),
        UNTIL_YESTERDAY(Permission.EXPIRED),
        TAKEN_BACK(Permission.WITHDRAWN),
        TAKEN_BACK_WITH_SOMETHING_WITHHELD(Permission.WITHDRAWN),
        TAKEN_BACK_AFTER_ITS_END(Permission.WITHDRAWN);

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

                Permission best = one.permits.compareTo(other.permits) < 0 ? one.permits : other.permits;
                boolean withheld = one.permits == Permission.IN_PART || other.permits == Permission.IN_PART;
                assertEquals(
                        withheld ? Permission.IN_PART : best, of(MINA).permit(ConsentPurpose.NGO), one + ", " + other);
            }
        }
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
    void those_without_consent_are_to_be_asked() {
        tell(MINA, ConsentPurpose.CASE_WORK, Told.STANDING);
        tell(SORA, ConsentPurpose.CASE_WORK, Told.UNTIL_YESTERDAY);

        assertEquals(List.of(SORA), of(MINA, SORA).without(ConsentPurpose.CASE_WORK));
        assertEquals(List.of(MINA, SORA), of(MINA, SORA).without(ConsentPurpose.PHOTO));
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
        return new Consents(List.of(people), recorded, TODAY);
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
            Consent consent =
                    record(who, new NewConsent(Set.of(purpose), ConsentForm.SPOKEN, given, until, withhold, ""));
            if (how.permits == Permission.WITHDRAWN) {
                withdraw(consent, TODAY);
            }
            recorded.add(consent);
        }
    }

    private static Consent consent(ParticipantId who, ConsentPurpose purpose, int daysAgo) {
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

    private static Consent record(ParticipantId who, NewConsent told) {
        return Consent.record(CASE, who, told, CaseFixtures.by(HANEUL, CASE), TODAY)
                .get(0);
    }

    private static void withdraw(Consent consent, LocalDate day) {
        consent.withdraw(new NewWithdrawal(day, ""), CaseFixtures.by(HANEUL, CASE), TODAY);
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
