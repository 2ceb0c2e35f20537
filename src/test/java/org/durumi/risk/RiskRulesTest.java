package org.durumi.risk;

import static org.durumi.costs.Vetting.BLACKLISTED;
import static org.durumi.costs.Vetting.IN_PROGRESS;
import static org.durumi.costs.Vetting.SUSPENDED;
import static org.durumi.costs.Vetting.UNVETTED;
import static org.durumi.costs.Vetting.VETTED;
import static org.durumi.kernel.Answer.NO;
import static org.durumi.kernel.Answer.UNKNOWN;
import static org.durumi.kernel.Answer.YES;
import static org.durumi.risk.FactsOf.LAND_VIA_CHINA;
import static org.durumi.risk.FactsOf.WITH_HIGH;
import static org.durumi.risk.FactsOf.somebodyIn;
import static org.durumi.route.AttemptOutcome.ARRESTED;
import static org.durumi.route.AttemptOutcome.CHEATED_BY_BROKER;
import static org.durumi.route.AttemptOutcome.SUCCESS;
import static org.durumi.route.AttemptOutcome.TURNED_BACK;
import static org.durumi.route.Stage.ARRIVAL;
import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.CONTACT;
import static org.durumi.route.Stage.CONTACT_LOST;
import static org.durumi.route.Stage.DECEASED;
import static org.durumi.route.Stage.DETENTION;
import static org.durumi.route.Stage.MISSION;
import static org.durumi.route.Stage.REPATRIATION;
import static org.durumi.route.Stage.REPORTED;
import static org.durumi.route.Stage.TRANSIT;
import static org.durumi.route.Stage.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.route.Means;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule at its edges. */
class RiskRulesTest {
    @ParameterizedTest(name = "R01: held in «{0}» gives {1}")
    @CsvSource({"CN, 60", "LA, 60", "RU, 60", "KP, 60", "'', 60", "MM, 40", "TH, 0", "KR, 0"})
    void held_in_a_returning_country(String country, int points) {
        assertEquals(points, points(somebodyIn(DETENTION).inCountry(country), RuleCode.R01));
    }

    @ParameterizedTest(name = "R01 and R03 say nothing in {0}")
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "DETENTION")
    void what_is_about_detention_counts_only_there(Stage stage) {
        Assessment assessment = somebodyIn(stage).goal(GoalKnown.KNOWN).assessed();

        assertEquals(0, assessment.score());
        assertTrue(assessment.findings().isEmpty());
    }

    @Test
    void the_stage_alone_has_a_floor_and_carries_it() {
        assertEquals(Level.MEDIUM, somebodyIn(CONTACT_LOST).assessed().level());
        assertEquals(
                Level.MEDIUM, somebodyIn(DETENTION).inCountry("TH").assessed().level());
        assertEquals(
                Level.HIGH, somebodyIn(DETENTION).inCountry("MM").assessed().level());
        assertEquals(
                Level.CRITICAL, somebodyIn(DETENTION).inCountry("").assessed().level());
        assertEquals(Level.HIGH, somebodyIn(REPATRIATION).assessed().level());
        assertEquals(
                Level.HIGH,
                somebodyIn(CONTACT_LOST).after(REPATRIATION).assessed().level());
    }

    @Test
    void of_whom_nothing_is_known_is_not_assessed_and_not_low() {
        assertEquals(Level.NOT_ASSESSED, somebodyIn(CONTACT).assessed().level());
        assertEquals(Level.LOW, somebodyIn(CONTACT).attempt(SUCCESS).assessed().level());
        assertEquals(Level.LOW, somebodyIn(CONTACT).phone(NO, NO).assessed().level());
        assertEquals(Level.LOW, somebodyIn(CONTACT).engaged(VETTED).assessed().level());
        assertEquals(
                Level.MEDIUM, somebodyIn(TRANSIT).after(CONTACT_LOST).assessed().level());
        assertEquals(Level.LOW, somebodyIn(ARRIVAL).assessed().level());
    }

    @ParameterizedTest(name = "R15: {1} missed in {0}, duress {2}: {3} points, at least {4}")
    @CsvSource({
        "CONTACT, 0, false, 0, LOW",
        "CONTACT, 1, false, 10, LOW",
        "BROKER, 2, false, 20, HIGH",
        "TRANSIT, 5, false, 20, HIGH",
        "MISSION, 2, false, 20, HIGH",
        "TRANSIT, 0, true, 0, CRITICAL",
        "TRANSIT, 1, true, 10, CRITICAL",
        "MISSION, 2, true, 20, CRITICAL",
        "REPORTED, 2, true, 0, LOW",
        "ARRIVAL, 2, true, 0, LOW",
        "REPATRIATION, 2, true, 0, HIGH",
        "CONTACT_LOST, 2, true, 0, MEDIUM",
    })
    void silence_and_duress_are_risks_where_somebody_is_awaited(
            Stage stage, int missed, boolean duress, int points, Level level) {
        Assessment assessment = somebodyIn(stage).awaited(missed, duress).assessed();

        assertEquals(points, assessment.score());
        assertEquals(level, assessment.level());
    }

    @Test
    void what_was_missed_is_carried_over_what_merely_happens_until_somebody_is_free() {
        Assessment held = somebodyIn(DETENTION)
                .inCountry("TH")
                .after(TRANSIT)
                .awaited(2, false)
                .assessed();
        assertEquals(20, held.score());
        assertEquals(Level.HIGH, held.level());
        assertEquals(List.of(RuleCode.R15), held.carried().orElseThrow().rules());
        assertEquals(
                20,
                somebodyIn(CONTACT_LOST)
                        .after(TRANSIT)
                        .awaited(2, false)
                        .assessed()
                        .score());
        // Out, and a supervisor has still to confirm it: what was missed before counts where it was missed.
        assertEquals(
                20,
                somebodyIn(TRANSIT)
                        .inCountry("TH")
                        .after(TRANSIT, DETENTION)
                        .missedBefore(2)
                        .assessed()
                        .score());
        assertEquals(0, somebodyIn(TRANSIT).missedBefore(2).assessed().score());
    }

    @Test
    void of_whom_it_is_agreed_when_they_are_heard_of_is_assessed() {
        assertEquals(Level.LOW, somebodyIn(CONTACT).awaited().assessed().level());
    }

    @Test
    void held_in_a_returning_country_is_critical_although_the_score_is_not() {
        Assessment assessment = somebodyIn(DETENTION).assessed();

        assertEquals(60, assessment.score());
        assertEquals(Level.CRITICAL, assessment.level());
    }

    @ParameterizedTest(name = "R03: goal {0} gives {1}")
    @CsvSource({"KNOWN, 15", "SUSPECTED, 15", "NOT_KNOWN, 0", "UNKNOWN, 0"})
    void only_a_known_or_suspected_goal_scores(GoalKnown goal, int points) {
        assertEquals(points, points(somebodyIn(DETENTION).goal(goal), RuleCode.R03));
    }

    static Stream<Arguments> phones() {
        return Stream.of(
                // stage, registered, carried, left behind, advice, rule that fires or none, points, blocks
                Arguments.of(BROKER, YES, YES, false, false, RuleCode.R05, 20, true),
                Arguments.of(CONTACT, YES, YES, false, true, RuleCode.R05, 20, true),
                Arguments.of(REPORTED, YES, NO, false, false, RuleCode.R05, 20, true),
                Arguments.of(BROKER, YES, UNKNOWN, false, false, RuleCode.R05, 20, true),
                Arguments.of(BROKER, YES, NO, false, true, null, 0, false),
                Arguments.of(BROKER, YES, UNKNOWN, false, true, null, 0, false),
                Arguments.of(BROKER, YES, YES, true, false, null, 0, false),
                Arguments.of(BROKER, NO, YES, false, false, null, 0, false),
                Arguments.of(BROKER, UNKNOWN, YES, false, false, RuleCode.R06, 8, false),
                Arguments.of(BROKER, UNKNOWN, YES, true, false, null, 0, false),
                Arguments.of(BROKER, UNKNOWN, NO, false, false, null, 0, false),
                Arguments.of(BROKER, UNKNOWN, UNKNOWN, false, false, null, 0, false),
                Arguments.of(TRANSIT, YES, YES, false, true, RuleCode.R05, 20, false),
                Arguments.of(TRANSIT, YES, NO, false, false, RuleCode.R05, 20, false),
                Arguments.of(TRANSIT, YES, UNKNOWN, true, true, null, 0, false),
                Arguments.of(DETENTION, YES, NO, false, false, null, 0, false),
                Arguments.of(TRANSIT, UNKNOWN, YES, false, false, RuleCode.R06, 8, false),
                Arguments.of(DETENTION, YES, YES, false, false, RuleCode.R05, 10, false),
                Arguments.of(DETENTION, YES, YES, true, false, null, 0, false),
                Arguments.of(MISSION, YES, YES, false, false, null, 0, false),
                Arguments.of(CONTACT_LOST, YES, YES, false, false, null, 0, false),
                Arguments.of(REPATRIATION, UNKNOWN, YES, false, false, null, 0, false));
    }

    @ParameterizedTest(name = "in {0} a phone registered {1}, carried {2}, left behind {3}, advised {4}: {5} {6}")
    @MethodSource("phones")
    void phones_can_give_a_participant_away(
            Stage stage,
            Answer registered,
            Answer carried,
            boolean leftBehind,
            boolean advice,
            RuleCode rule,
            int points,
            boolean blocks) {
        Optional<Finding> finding = somebodyIn(stage)
                .phone(registered, carried, leftBehind, advice)
                .assessed()
                .finding(RuleGroup.PHONE);

        assertEquals(Optional.ofNullable(rule), finding.map(Finding::rule));
        assertEquals(points, finding.map(Finding::points).orElse(0));
        assertEquals(
                blocks ? Set.of(Block.DEPARTURE) : Set.of(),
                finding.map(Finding::blocks).orElse(Set.of()));
    }

    @Test
    void of_two_phones_only_the_more_dangerous_counts() {
        Assessment assessment =
                somebodyIn(BROKER).phone(UNKNOWN, YES).phone(YES, YES).assessed();

        assertEquals(20, assessment.score());
        assertEquals(1, assessment.findings().size());
    }

    @Test
    void one_phone_left_behind_does_not_excuse_the_other() {
        assertEquals(
                20,
                somebodyIn(BROKER)
                        .phone(YES, YES, true, true)
                        .phone(YES, YES)
                        .assessed()
                        .score());
    }

    @Test
    void failed_attempts_add_up_to_three() {
        assertEquals(0, points(somebodyIn(CONTACT).attempt(SUCCESS), RuleCode.R07));
        assertEquals(5, points(somebodyIn(CONTACT).attempt(ARRESTED, SUCCESS), RuleCode.R07));
        assertEquals(10, points(somebodyIn(CONTACT).attempt(ARRESTED, CHEATED_BY_BROKER), RuleCode.R07));
        assertEquals(15, points(somebodyIn(CONTACT).attempt(ARRESTED, ARRESTED, TURNED_BACK), RuleCode.R07));
        assertEquals(
                15, points(somebodyIn(DETENTION).attempt(ARRESTED, ARRESTED, ARRESTED, TURNED_BACK), RuleCode.R07));
    }

    @ParameterizedTest(name = "in {0} household control gives {1}, a broker not vetted {1}")
    @CsvSource({
        "REPORTED, 10",
        "CONTACT, 10",
        "BROKER, 10",
        "TRANSIT, 10",
        "MISSION, 0",
        "DETENTION, 0",
        "REPATRIATION, 0",
        "CONTACT_LOST, 0"
    })
    void household_control_and_brokers_count_before_departure_and_on_the_way(Stage stage, int points) {
        assertEquals(points, points(somebodyIn(stage).watchedAtHome(), RuleCode.R08));
        assertEquals(points, points(somebodyIn(stage).engaged(UNVETTED), RuleCode.R11));
    }

    @ParameterizedTest(name = "R09: {0} won against 10 to 15 million give {1}, blocked {2}")
    @CsvSource({
        "2500000, 20, true",
        "4999999, 20, true",
        "5000000, 0, false",
        "10000000, 0, false",
        "30000000, 0, false",
        "30000001, 5, false"
    })
    void a_price_far_from_the_norm_is_a_warning(int won, int points, boolean blocked) {
        Assessment assessment =
                somebodyIn(BROKER).quote(won, WITH_HIGH, 0, VETTED).assessed();

        assertEquals(points, assessment.score());
        assertEquals(blocked, assessment.blocks().contains(Block.QUOTE));
    }

    @ParameterizedTest(name = "R09: {0} won for {1} people give {2}")
    @CsvSource({
        "14999999, 3, 20",
        "15000000, 3, 0",
        "9999999, 2, 20",
        "10000000, 2, 0",
        "90000000, 3, 0",
        "90000001, 3, 5"
    })
    void a_price_for_several_is_compared_exactly(int won, int persons, int points) {
        assertEquals(points, points(somebodyIn(BROKER).quoteForAll(won, persons, WITH_HIGH), RuleCode.R09));
    }

    @Test
    void the_lowest_quote_decides_and_says_how_far_it_is_from_the_norm() {
        Finding finding = somebodyIn(BROKER)
                .quote(31_000_000, WITH_HIGH, 0, VETTED)
                .quote(2_500_000, LAND_VIA_CHINA, 0, VETTED)
                .assessed()
                .finding(RuleGroup.PRICE)
                .orElseThrow();

        assertEquals(Variant.BELOW, finding.variant());
        assertEquals(List.of(-75, Money.of("2500000", "KRW"), Money.of("10000000", "KRW")), finding.inputs());
    }

    @Test
    void a_high_quote_is_no_warning_beside_a_usual_one() {
        assertEquals(
                0,
                somebodyIn(BROKER)
                        .quote(31_000_000, WITH_HIGH, 0, VETTED)
                        .quote(12_000_000, WITH_HIGH, 0, VETTED)
                        .assessed()
                        .score());
    }

    @ParameterizedTest(name = "R08: {0} days after they left it gives {1}")
    @CsvSource({"0, 10", "14, 10", "15, 0"})
    void the_household_looks_for_who_left_for_two_weeks(int days, int points) {
        assertEquals(points, points(somebodyIn(TRANSIT).watchedAtHome().daysOnTheWay(days), RuleCode.R08));
        assertEquals(
                points,
                somebodyIn(TRANSIT)
                        .after(BROKER)
                        .watchedAtHome()
                        .daysOnTheWay(days)
                        .assessed()
                        .score());
    }

    @Test
    void a_leg_that_was_travelled_counts_on_the_way_and_not_before_the_next_departure() {
        assertEquals(10, points(somebodyIn(TRANSIT).travelled(Means.TAXI, 4), RuleCode.R12));
        assertEquals(0, points(somebodyIn(CONTACT).travelled(Means.TAXI, 4), RuleCode.R12));
    }

    @Test
    void prices_count_on_the_way_too() {
        assertEquals(
                53,
                somebodyIn(TRANSIT)
                        .quote(2_500_000, LAND_VIA_CHINA, 100, BLACKLISTED)
                        .assessed()
                        .score());
    }

    @ParameterizedTest(name = "R10: {0} % upfront to a broker {1} gives {2}")
    @CsvSource({
        "50, UNVETTED, 0",
        "51, UNVETTED, 8",
        "100, IN_PROGRESS, 8",
        "100, SUSPENDED, 8",
        "100, VETTED, 0",
        ", UNVETTED, 0"
    })
    void most_of_the_price_upfront(Integer share, org.durumi.costs.Vetting broker, int points) {
        assertEquals(points, points(somebodyIn(BROKER).quote(10_000_000, WITH_HIGH, share, broker), RuleCode.R10));
    }

    @ParameterizedTest(name = "R11: a broker {0} gives {1}, blocked {2}")
    @CsvSource({
        "UNVETTED, 10, false",
        "IN_PROGRESS, 10, false",
        "VETTED, 0, false",
        "SUSPENDED, 25, false",
        "BLACKLISTED, 25, true"
    })
    void brokers(org.durumi.costs.Vetting broker, int points, boolean blocked) {
        Assessment assessment =
                somebodyIn(BROKER).quote(10_000_000, WITH_HIGH, 0, broker).assessed();

        assertEquals(points, assessment.score());
        assertEquals(blocked, assessment.blocks().contains(Block.QUOTE));
    }

    @Test
    void nobody_plans_to_leave_with_a_blacklisted_broker() {
        FactsOf offered = somebodyIn(BROKER).quote(10_000_000, WITH_HIGH, 0, BLACKLISTED);
        assertEquals(Set.of(Block.QUOTE), offered.assessed().blocks(), "an offer alone is no plan");
        assertEquals(
                Set.of(Block.QUOTE, Block.DEPARTURE),
                somebodyIn(BROKER).engaged(BLACKLISTED).assessed().blocks());
        assertEquals(
                Set.of(Block.QUOTE),
                somebodyIn(TRANSIT).engaged(BLACKLISTED).assessed().blocks(),
                "they have left");
    }

    @Test
    void the_worst_broker_decides() {
        FactsOf facts = somebodyIn(BROKER).engaged(VETTED).engaged(IN_PROGRESS).engaged(SUSPENDED);

        assertEquals(25, points(facts, RuleCode.R11));
    }

    @ParameterizedTest(name = "R12: {0} from {1} to {2}, {3} days, {4} ID checks give {5}")
    @CsvSource({
        "TAXI, CN, CN, 4, , 10",
        "TAXI, CN, CN, 3, 0, 10",
        "TAXI, CN, CN, 2, 1, 0",
        "TAXI, CN, CN, 2, 2, 10",
        "BUS, CN, LA, , 2, 10",
        "BUS, MM, LA, 3, , 10",
        "TRAIN, TH, TH, 9, 9, 0",
        "BOAT, CN, KR, 5, 0, 0",
        "BOAT, CN, KR, 5, 2, 10",
        "AIR, RU, TH, 4, 1, 0",
        "UNKNOWN, CN, CN, 4, 1, 0",
        "OTHER, CN, CN, 4, 0, 10",
        "FOOT, '', '', 9, 9, 0"
    })
    void legs(Means means, String from, String to, Integer days, Integer checks, int points) {
        assertEquals(points, points(somebodyIn(BROKER).leg(means, from, to, days, checks), RuleCode.R12));
    }

    @ParameterizedTest(name = "in {0} a leg of four days gives {1}")
    @CsvSource({"REPORTED, 10", "CONTACT, 10", "BROKER, 10", "TRANSIT, 10", "MISSION, 0", "DETENTION, 0"})
    void legs_count_before_departure_and_on_the_way(Stage stage, int points) {
        assertEquals(points, points(somebodyIn(stage).leg(Means.TAXI, "CN", "CN", 4, 0), RuleCode.R12));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ARRIVAL", "WITHDRAWN", "DECEASED"})
    void after_the_end_nothing_is_assessed(Stage stage) {
        Assessment assessment =
                somebodyIn(stage).attempt(ARRESTED).phone(UNKNOWN, YES).assessed();

        assertTrue(Set.of(ARRIVAL, WITHDRAWN, DECEASED).contains(stage));
        assertEquals(0, assessment.score());
        assertTrue(assessment.findings().isEmpty());
        assertTrue(assessment.unknowns().isEmpty());
    }

    @Test
    void as_the_only_quote_a_usual_one_is_not_blocked_by_its_cheap_neighbour() {
        Facts facts = somebodyIn(BROKER)
                .quote(10_000_000, LAND_VIA_CHINA, 0, VETTED)
                .quote(2_500_000, LAND_VIA_CHINA, 0, VETTED)
                .facts();
        Facts usual = facts.withOnly(facts.quotes().get(0).id());
        Facts cheap = facts.withOnly(facts.quotes().get(1).id());

        assertTrue(Assessment.of(usual).blocking(Block.QUOTE).isEmpty());
        assertEquals(1, Assessment.of(cheap).blocking(Block.QUOTE).size());
    }

    private static int points(FactsOf facts, RuleCode rule) {
        return facts.assessed().findings().stream()
                .filter(finding -> finding.rule() == rule)
                .mapToInt(Finding::points)
                .sum();
    }
}
