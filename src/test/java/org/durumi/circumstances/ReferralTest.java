package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is passed on in a referral, and how long nobody has answered it. */
class ReferralTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final ParticipantId WHO = ParticipantId.create();
    private static final PartialDate UNKNOWN = PartialDate.unknown();
    private static final PartialDate LAST_WEEK = PartialDate.on(TODAY.minusDays(7));

    private final CaseFile file = OpenCases.ofOne();

    @Test
    void something_is_passed_on_unless_it_is_planned_or_came_to_nothing_before() {
        for (ReferralState state : ReferralState.values()) {
            boolean passedOn = state != ReferralState.PLANNED && state != ReferralState.NOT_DONE;
            assertEquals(passedOn, referral(state, UNKNOWN, UNKNOWN, "").isPassedOn(), state.name());
        }
        assertEquals(
                true, referral(ReferralState.NOT_DONE, LAST_WEEK, UNKNOWN, "").isPassedOn());
        assertEquals(
                true,
                referral(ReferralState.NOT_DONE, UNKNOWN, UNKNOWN, "her age").isPassedOn());
        assertEquals(
                true,
                referral(ReferralState.NOT_DONE, UNKNOWN, LAST_WEEK, "").isPassedOn(),
                "whoever answers has been told");
    }

    @Test
    void what_is_planned_was_not_asked_for_nothing_lies_ahead_and_no_word_comes_before_the_question() {
        PartialDate tomorrow = PartialDate.on(TODAY.plusDays(1));

        assertEquals("asked", refused(referral(ReferralState.PLANNED, LAST_WEEK, UNKNOWN, "")));
        assertEquals("passedOn", refused(referral(ReferralState.PLANNED, UNKNOWN, UNKNOWN, "her age")));
        assertEquals("lastWord", refused(referral(ReferralState.PLANNED, UNKNOWN, LAST_WEEK, "")));
        assertEquals("withoutConsent", refused(because(ReferralState.PLANNED, UNKNOWN)));
        assertEquals("withoutConsent", refused(because(ReferralState.NOT_DONE, UNKNOWN)));
        assertEquals("asked", refused(referral(ReferralState.ASKED, tomorrow, UNKNOWN, "")));
        assertEquals("lastWord", refused(referral(ReferralState.ASKED, UNKNOWN, tomorrow, "")));
        assertEquals(
                "lastWord", refused(referral(ReferralState.DONE, LAST_WEEK, PartialDate.on(TODAY.minusDays(8)), "")));
    }

    @Test
    void what_was_passed_on_was_passed_on_on_a_day() {
        for (ReferralState state : ReferralState.values()) {
            NewReferral undated = referral(state, UNKNOWN, UNKNOWN, "");
            if (undated.isPassedOn()) {
                assertEquals("asked", refused(undated), state.name());
            } else {
                recorded(undated);
            }
        }
        assertEquals("asked", refused(referral(ReferralState.NOT_DONE, UNKNOWN, LAST_WEEK, "")));
        assertEquals("asked", refused(referral(ReferralState.NOT_DONE, UNKNOWN, UNKNOWN, "her age")));
        recorded(because(ReferralState.ASKED, LAST_WEEK));
    }

    @Test
    void each_kind_of_organisation_needs_a_consent_of_its_own() {
        assertEquals(
                List.of(ConsentPurpose.NGO, ConsentPurpose.GOVERNMENT, ConsentPurpose.UNHCR),
                List.of(ReferredTo.values()).stream().map(ReferredTo::purpose).toList());
    }

    @ParameterizedTest
    @CsvSource({"ASKED,7,,7", "ASKED,7,3,3", "ACCEPTED,7,,", "PLANNED,,,", "NOT_DONE,,,", "DONE,7,3,"})
    void somebody_is_quiet_since_their_last_word_or_since_they_were_asked(
            ReferralState state, Integer asked, Integer lastWord, Integer quiet) {
        Referral row = recorded(referral(state, daysAgo(asked), daysAgo(lastWord), ""));

        assertEquals(Optional.ofNullable(quiet).map(TODAY::minusDays), row.quietSince());
    }

    @Test
    void of_a_day_that_is_not_known_exactly_somebody_waits_since_the_first_that_is_possible_and_since_they_asked() {
        PartialDate month = PartialDate.in(YearMonth.from(TODAY));
        PartialDate year = PartialDate.in(Year.from(TODAY));

        assertEquals(
                Optional.of(month.earliest()),
                recorded(referral(ReferralState.ASKED, month, UNKNOWN, "")).quietSince());
        assertEquals(
                Optional.of(TODAY.minusDays(7)),
                recorded(referral(ReferralState.ASKED, LAST_WEEK, year, "")).quietSince());
    }

    @Test
    void it_says_where_to_how_far_it_has_come_and_why_somebody_was_not_asked() {
        Referral row = recorded(new NewReferral(
                Set.of(WHO),
                ReferralKind.MEDICAL,
                ReferredTo.ORGANISATION,
                "a hospital in Bangkok",
                ReferralState.ACCEPTED,
                LAST_WEEK,
                LAST_WEEK,
                "her age",
                "she was unconscious",
                "they call back"));

        assertEquals("Referral: Medical help · a hospital in Bangkok", PlainWords.title(row, ENGLISH));
        assertEquals(
                List.of(
                        "They take it on, last word " + ENGLISH.date(LAST_WEEK),
                        "Passed on: her age",
                        "Passed on without consent because: she was unconscious",
                        "they call back"),
                new PlainWords(Circumstances.of(row), any -> "A", ENGLISH).details(row));
        assertEquals(ENGLISH.date(LAST_WEEK), PlainWords.when(row, ENGLISH));
    }

    private static PartialDate daysAgo(Integer days) {
        return Optional.ofNullable(days)
                .map(TODAY::minusDays)
                .map(PartialDate::on)
                .orElse(UNKNOWN);
    }

    private static NewReferral referral(ReferralState state, PartialDate asked, PartialDate lastWord, String passedOn) {
        return new NewReferral(
                Set.of(WHO),
                ReferralKind.LEGAL,
                ReferredTo.UNHCR,
                "UNHCR Bangkok",
                state,
                asked,
                lastWord,
                passedOn,
                "",
                "");
    }

    private static NewReferral because(ReferralState state, PartialDate asked) {
        return new NewReferral(
                Set.of(WHO),
                ReferralKind.LEGAL,
                ReferredTo.UNHCR,
                "UNHCR Bangkok",
                state,
                asked,
                UNKNOWN,
                "",
                "she was unconscious",
                "");
    }

    private Referral recorded(NewReferral told) {
        LocalDate today = TODAY;
        return (Referral) PlainCircumstance.record(file, told, CaseFixtures.by(HANEUL, file.id()), today);
    }

    private String refused(NewReferral told) {
        return assertThrows(RuleViolation.class, () -> recorded(told)).field();
    }
}
