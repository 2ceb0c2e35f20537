package org.durumi.risk;

import static org.durumi.risk.FactsOf.LAND_VIA_CHINA;
import static org.durumi.risk.FactsOf.somebodyIn;
import static org.durumi.route.AttemptOutcome.CAUGHT_BY_HOUSEHOLD;
import static org.durumi.route.AttemptOutcome.CAUGHT_BY_NEIGHBOURS;
import static org.durumi.route.AttemptOutcome.TURNED_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.GoalKnown;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Level;
import org.durumi.route.Means;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** Two women who were arrested in Kunming: what the rules said before they left, and after the arrest. */
class WorkedExamplesTest {
    private static FactsOf planned(Stage stage) {
        return somebodyIn(stage)
                .phone(Answer.YES, Answer.YES)
                .quote(10_000_000, LAND_VIA_CHINA, null, Vetting.UNVETTED)
                .quote(10_000_000, LAND_VIA_CHINA, null, Vetting.UNVETTED)
                .quote(2_500_000, LAND_VIA_CHINA, null, Vetting.UNVETTED)
                .leg(Means.TAXI, "CN", "CN", 4, null);
    }

    private static FactsOf firstWoman(Stage stage) {
        return planned(stage)
                .attempt(CAUGHT_BY_HOUSEHOLD, CAUGHT_BY_NEIGHBOURS, TURNED_BACK)
                .watchedAtHome();
    }

    @Test
    void before_departure_the_first_woman_is_critical_and_both_blocks_stand() {
        Assessment assessment = firstWoman(Stage.BROKER).assessed();

        assertEquals(85, assessment.score());
        assertEquals(Level.CRITICAL, assessment.level());
        assertEquals(Set.of(Block.DEPARTURE, Block.QUOTE), assessment.blocks());
        assertEquals(
                Map.of(
                        RuleCode.R05, 20,
                        RuleCode.R07, 15,
                        RuleCode.R08, 10,
                        RuleCode.R09, 20,
                        RuleCode.R11, 10,
                        RuleCode.R12, 10),
                points(assessment));
    }

    @Test
    void before_departure_the_second_woman_is_high() {
        Assessment assessment = planned(Stage.BROKER).assessed();

        assertEquals(60, assessment.score());
        assertEquals(Level.HIGH, assessment.level());
        assertEquals(Set.of(Block.DEPARTURE, Block.QUOTE), assessment.blocks());
    }

    @Test
    void on_the_way_nothing_has_become_better() {
        assertEquals(
                85, firstWoman(Stage.TRANSIT).after(Stage.BROKER).assessed().score());
        assertEquals(60, planned(Stage.TRANSIT).after(Stage.BROKER).assessed().score());
        assertEquals(
                Optional.empty(),
                firstWoman(Stage.TRANSIT).after(Stage.BROKER).assessed().carried());
    }

    @Test
    void two_evenings_on_which_the_first_woman_was_not_heard_of_are_carried_into_custody() {
        assertEquals(
                100,
                firstWoman(Stage.TRANSIT)
                        .after(Stage.BROKER)
                        .awaited(2, false)
                        .assessed()
                        .score());
        Assessment held = firstWoman(Stage.DETENTION)
                .goal(GoalKnown.UNKNOWN)
                .after(Stage.BROKER, Stage.TRANSIT)
                .awaited(2, false)
                .assessed();

        assertEquals(100, held.score());
        assertEquals(15, held.carried().orElseThrow().points());
        assertTrue(held.carried().orElseThrow().rules().contains(RuleCode.R15));
    }

    @Test
    void silence_carries_what_stood_before_with_its_rules() {
        Assessment silent =
                planned(Stage.CONTACT_LOST).after(Stage.BROKER, Stage.TRANSIT).assessed();

        assertEquals(60, silent.score());
        assertEquals(Level.HIGH, silent.level());
        assertEquals(
                Optional.of(new Carried(
                        60, List.of(RuleCode.R09, RuleCode.R05, RuleCode.R11, RuleCode.R12), FactsOf.SINCE)),
                silent.carried());
    }

    @Test
    void after_the_arrest_the_first_woman_reaches_the_highest_score() {
        Assessment assessment =
                firstWoman(Stage.DETENTION).goal(GoalKnown.SUSPECTED).assessed();

        assertEquals(100, assessment.score());
        assertEquals(Level.CRITICAL, assessment.level());
        assertTrue(assessment.blocks().isEmpty());
        assertEquals(
                Map.of(RuleCode.R01, 60, RuleCode.R03, 15, RuleCode.R05, 10, RuleCode.R07, 15), points(assessment));
    }

    @Test
    void the_unknown_upfront_share_and_the_unknown_id_checks_are_asked_for() {
        assertTrue(firstWoman(Stage.BROKER)
                .assessed()
                .unknowns()
                .contains(new Unknown(RuleCode.R10, Question.UPFRONT_SHARE)));
    }

    private static Map<RuleCode, Integer> points(Assessment assessment) {
        return assessment.findings().stream().collect(Collectors.toMap(Finding::rule, Finding::points));
    }
}
