package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.allNo;
import static org.durumi.cases.CaseFixtures.allYes;
import static org.durumi.circumstances.CircumstanceFixtures.phone;
import static org.durumi.costs.CostFixtures.broker;
import static org.durumi.costs.CostFixtures.quote;
import static org.durumi.costs.QuoteState.ACCEPTED;
import static org.durumi.costs.QuoteState.OPEN;
import static org.durumi.costs.Vetting.IN_PROGRESS;
import static org.durumi.costs.Vetting.UNVETTED;
import static org.durumi.costs.Vetting.VETTED;
import static org.durumi.kernel.Answer.NO;
import static org.durumi.kernel.Answer.UNKNOWN;
import static org.durumi.kernel.Answer.YES;
import static org.durumi.risk.ChecklistQuestion.BROKER_VETTED;
import static org.durumi.risk.ChecklistQuestion.CONSENT_GIVEN;
import static org.durumi.risk.ChecklistQuestion.PHONES_LEFT_HOME;
import static org.durumi.risk.ChecklistQuestion.PRICE_COMPARED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.durumi.cases.Checklist;
import org.durumi.cases.Permission;
import org.durumi.circumstances.Device;
import org.durumi.costs.Broker;
import org.durumi.costs.QuoteLine;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the record says to the checklist of a departure. */
class RecordedChecklistTest {
    private final ParticipantId who = ParticipantId.create();
    private final ParticipantId other = ParticipantId.create();

    @Test
    void of_what_nothing_is_recorded_nothing_is_said_and_no_answer_refused() {
        RecordedChecklist nothing = phones(who);

        for (ChecklistQuestion each : ChecklistQuestion.values()) {
            assertEquals(UNKNOWN, nothing.answer(each));
        }
        assertEquals(Optional.empty(), nothing.contradictionOf(allYes()));
    }

    @Test
    void one_phone_that_is_carried_outweighs_all_that_stay() {
        Device carried = phone(who, YES, false);
        RecordedChecklist recorded = phones(who, phone(who, NO, true), carried);

        assertEquals(NO, recorded.answer(PHONES_LEFT_HOME));
        RuleViolation refused = recorded.contradictionOf(allYes()).orElseThrow();
        assertEquals("phonesLeftHome", refused.field());
        assertEquals(List.of(carried.recorded().at()), refused.arguments(), "which phone it is, and no name");
        assertEquals(Optional.empty(), recorded.contradictionOf(allNo()));
    }

    @Test
    void phones_stay_if_each_of_everybody_does() {
        RecordedChecklist stays = phones(who, phone(who, NO, false), phone(who, UNKNOWN, true));

        assertEquals(YES, stays.answer(PHONES_LEFT_HOME));
        assertEquals(UNKNOWN, phones(who, phone(who, UNKNOWN, false)).answer(PHONES_LEFT_HOME));
        assertEquals(UNKNOWN, stays.and(phones(other)).answer(PHONES_LEFT_HOME), "of the other nothing is recorded");
        assertEquals(YES, stays.and(phones(other, phone(other, NO, true))).answer(PHONES_LEFT_HOME));
        assertEquals(NO, stays.and(phones(other, phone(other, YES, false))).answer(PHONES_LEFT_HOME));
    }

    @Test
    void the_broker_of_the_accepted_quote_is_vetted_or_not() {
        assertEquals(YES, quotes(quote(broker(VETTED), who, ACCEPTED)).answer(BROKER_VETTED));
        RecordedChecklist unvetted = quotes(quote(broker(IN_PROGRESS), who, ACCEPTED));

        RuleViolation refused = unvetted.contradictionOf(only(BROKER_VETTED)).orElseThrow();

        assertEquals("brokerVetted", refused.field());
        assertEquals(List.of("B-17", IN_PROGRESS), refused.arguments());
        assertEquals(UNKNOWN, quotes(quote(broker(UNVETTED), who, OPEN)).answer(BROKER_VETTED), "not accepted");
    }

    @Test
    void the_broker_whom_the_journey_names_counts_without_a_quote_and_once_with_it() {
        Broker named = broker(UNVETTED);

        assertEquals(
                NO,
                RecordedChecklist.of(who, List.of(), List.of(), Optional.of(named), Permission.NOT_RECORDED)
                        .answer(BROKER_VETTED));
        assertEquals(
                1,
                RecordedChecklist.of(
                                who,
                                List.of(),
                                List.of(quote(named, who, ACCEPTED)),
                                Optional.of(named),
                                Permission.NOT_RECORDED)
                        .to(BROKER_VETTED)
                        .size());
    }

    @Test
    void a_quote_that_no_norm_fitted_was_compared_with_nothing() {
        RecordedChecklist recorded = quotes(quote(broker(VETTED), who, ACCEPTED));

        assertEquals(NO, recorded.answer(PRICE_COMPARED));
        assertEquals(
                "priceCompared",
                recorded.contradictionOf(only(PRICE_COMPARED)).orElseThrow().field());
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void what_they_agree_to_answers_for_their_consent_and_silence_answers_nothing(Permission consent) {
        RecordedChecklist recorded = RecordedChecklist.of(who, List.of(), List.of(), Optional.empty(), consent);
        Checklist agreed = new Checklist(NO, NO, NO, NO, YES);

        assertEquals(
                consent.permits() ? YES : consent == Permission.NOT_RECORDED ? UNKNOWN : NO,
                recorded.answer(CONSENT_GIVEN));
        assertEquals(
                !consent.permits() && consent != Permission.NOT_RECORDED,
                recorded.contradictionOf(agreed).isPresent());
    }

    @Test
    void everything_is_said_in_both_languages() {
        RecordedChecklist recorded = RecordedChecklist.of(
                who,
                List.of(phone(who, YES, false), phone(who, NO, false), phone(who, UNKNOWN, false)),
                List.of(quote(broker(VETTED), who, ACCEPTED)),
                Optional.of(broker(UNVETTED)),
                Permission.EXPIRED);
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Texts texts = new Texts(language, ZoneOffset.UTC);
            List<String> sentences = recorded.said().stream()
                    .map(each -> texts.text(each.key(), each.arguments().toArray()))
                    .distinct()
                    .toList();
            assertEquals(7, sentences.size(), sentences::toString);
        }
    }

    private static Checklist only(ChecklistQuestion yes) {
        return new Checklist(
                yes == PHONES_LEFT_HOME ? YES : NO,
                yes == BROKER_VETTED ? YES : NO,
                yes == PRICE_COMPARED ? YES : NO,
                NO,
                yes == CONSENT_GIVEN ? YES : NO);
    }

    private static RecordedChecklist phones(ParticipantId whose, Device... phones) {
        return RecordedChecklist.of(whose, List.of(phones), List.of(), Optional.empty(), Permission.NOT_RECORDED);
    }

    private RecordedChecklist quotes(QuoteLine... offered) {
        return RecordedChecklist.of(who, List.of(), List.of(offered), Optional.empty(), Permission.NOT_RECORDED);
    }
}
