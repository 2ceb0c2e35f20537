package org.durumi.risk;

import static org.durumi.kernel.Answer.NO;
import static org.durumi.kernel.Answer.UNKNOWN;
import static org.durumi.kernel.Answer.YES;
import static org.durumi.risk.FactsOf.LAND_VIA_CHINA;
import static org.durumi.risk.FactsOf.somebodyIn;
import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.CONTACT;
import static org.durumi.route.Stage.DETENTION;
import static org.durumi.route.Stage.MISSION;
import static org.durumi.route.Stage.TRANSIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.GoalKnown;
import org.durumi.costs.Vetting;
import org.durumi.route.Means;
import org.junit.jupiter.api.Test;

/** Unknown is not safe: it is asked for. */
class RiskQuestionsTest {
    @Test
    void the_country_of_detention_and_the_known_goal_are_asked_for() {
        assertEquals(
                Set.of(Question.COUNTRY_OF_DETENTION, Question.GOAL_KNOWN_TO_POLICE, Question.ANY_PHONE),
                asked(somebodyIn(DETENTION).inCountry("").goal(GoalKnown.UNKNOWN)));
    }

    @Test
    void whether_there_is_a_phone_is_asked_until_one_is_recorded() {
        assertEquals(Set.of(Question.ANY_PHONE), asked(somebodyIn(BROKER)));
        assertEquals(Set.of(), asked(somebodyIn(BROKER).phone(NO, NO)));
        assertEquals(Set.of(), asked(somebodyIn(MISSION)));
    }

    @Test
    void phones_are_asked_about_until_they_are_left_behind() {
        assertEquals(
                Set.of(Question.PHONE_CARRIED, Question.PHONE_REGISTERED),
                asked(somebodyIn(BROKER).phone(UNKNOWN, UNKNOWN)));
        assertEquals(Set.of(), asked(somebodyIn(BROKER).phone(UNKNOWN, UNKNOWN, true, false)));
        assertEquals(
                Set.of(Question.PHONE_REGISTERED), asked(somebodyIn(TRANSIT).phone(UNKNOWN, YES)));
        assertEquals(Set.of(Question.PHONE_CARRIED), asked(somebodyIn(TRANSIT).phone(YES, UNKNOWN)));
        assertEquals(Set.of(), asked(somebodyIn(TRANSIT).phone(UNKNOWN, NO)));
        assertEquals(Set.of(), asked(somebodyIn(TRANSIT).phone(NO, UNKNOWN)));
    }

    @Test
    void a_quote_without_norm_or_upfront_share_is_asked_about() {
        assertEquals(
                Set.of(Question.NORM_PRICE, Question.UPFRONT_SHARE),
                asked(withPhone(somebodyIn(BROKER).quote(10_000_000, null, null, Vetting.UNVETTED))));
        assertEquals(
                Set.of(), asked(withPhone(somebodyIn(BROKER).quote(10_000_000, LAND_VIA_CHINA, null, Vetting.VETTED))));
        assertEquals(
                Set.of(Question.NORM_PRICE, Question.UPFRONT_SHARE),
                asked(withPhone(somebodyIn(TRANSIT).quote(10_000_000, null, null, Vetting.UNVETTED))));
        assertEquals(Set.of(), asked(withPhone(somebodyIn(MISSION).quote(10_000_000, null, null, Vetting.UNVETTED))));
    }

    @Test
    void a_leg_is_asked_about_where_the_answer_could_matter() {
        assertEquals(Set.of(Question.LEG_DURATION), leg(Means.TAXI, "CN", "CN", null, 0));
        assertEquals(Set.of(Question.LEG_ID_CHECKS), leg(Means.TAXI, "CN", "CN", 2, null));
        assertEquals(Set.of(Question.LEG_MEANS), leg(Means.UNKNOWN, "CN", "CN", 4, 0));
        assertEquals(Set.of(Question.LEG_COUNTRY), leg(Means.BUS, "", "TH", 4, 0));
        assertEquals(Set.of(), leg(Means.BUS, "TH", "TH", null, null));
        assertEquals(Set.of(), leg(Means.BUS, "CN", "CN", 2, 1));
        assertEquals(Set.of(), leg(Means.BOAT, "CN", "KR", null, 0));
    }

    @Test
    void whoever_is_with_a_broker_is_asked_with_which() {
        assertEquals(
                Set.of(new Unknown(RuleCode.R11, Question.BROKER_NAMED)),
                Set.copyOf(somebodyIn(BROKER).phone(NO, NO).assessed().unknowns()));
        assertEquals(Set.of(), asked(withPhone(somebodyIn(BROKER).engaged(Vetting.VETTED))));
        assertEquals(Set.of(), asked(withPhone(somebodyIn(CONTACT))));
    }

    private static Set<Question> leg(Means means, String from, String to, Integer days, Integer checks) {
        return asked(withPhone(somebodyIn(BROKER).leg(means, from, to, days, checks)));
    }

    private static FactsOf withPhone(FactsOf facts) {
        return facts.phone(NO, NO);
    }

    /** What is asked of somebody whose broker is known. */
    private static Set<Question> asked(FactsOf facts) {
        return facts.engaged(Vetting.VETTED).assessed().unknowns().stream()
                .map(Unknown::question)
                .collect(Collectors.toSet());
    }
}
