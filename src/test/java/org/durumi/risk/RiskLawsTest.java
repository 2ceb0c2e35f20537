package org.durumi.risk;

import static org.durumi.risk.FactsOf.somebodyIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.durumi.Samples;
import org.durumi.cases.GoalKnown;
import org.durumi.costs.Norm;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Level;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Means;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** What holds for everybody, whatever is known of them. */
class RiskLawsTest {
    @Test
    void an_unanswered_question_never_gives_less_than_the_most_harmless_answer() {
        Samples.each(samples -> {
            Assessment unanswered = anybody(samples, false).assessed();
            Assessment answered = anybody(samples.again(), true).assessed();

            assertTrue(unanswered.score() >= answered.score());
            assertTrue(unanswered.level().compareTo(answered.level()) >= 0);
            assertTrue(unanswered.blocks().containsAll(answered.blocks()));
            assertTrue(unanswered.unknowns().containsAll(answered.unknowns()));
        });
    }

    @Test
    void a_level_is_never_below_its_score_and_a_group_counts_once() {
        Samples.each(samples -> {
            Assessment assessed = anybody(samples, samples.coin()).assessed();

            assertTrue(assessed.score() >= 0 && assessed.score() <= 100);
            boolean nothingKnown = assessed.level() == Level.NOT_ASSESSED
                    && assessed.score() == 0
                    && assessed.findings().isEmpty();
            assertTrue(nothingKnown || assessed.level().isAtLeast(Level.ofScore(assessed.score())));
            assertEquals(
                    assessed.findings().size(),
                    assessed.findings().stream()
                            .map(each -> each.rule().group())
                            .distinct()
                            .count());
        });
    }

    @Test
    void one_more_that_is_missed_never_lowers_and_that_nothing_is_agreed_asks_nothing() {
        Samples.each(samples -> {
            Samples other = samples.again();
            int misses = other.between(0, 3);
            boolean duress = other.coin();
            Assessment before =
                    anybody(samples.again(), false).awaited(misses, duress).assessed();
            Assessment after =
                    anybody(samples.again(), false).awaited(misses + 1, duress).assessed();
            Assessment nothing = anybody(samples.again(), false).awaited().assessed();

            assertTrue(after.score() >= before.score());
            assertTrue(after.level().isAtLeast(before.level()));
            assertEquals(before.unknowns(), after.unknowns());
            assertEquals(nothing.unknowns(), after.unknowns());
            assertEquals(before.blocks(), after.blocks());
        });
    }

    /** @param answered whether each question that is open has its most harmless answer */
    private static FactsOf anybody(Samples samples, boolean answered) {
        FactsOf somebody = somebodyIn(samples.of(Stage.values()))
                .inCountry(known(samples.of("", "CN", "TH"), "", "KR", answered))
                .goal(known(samples.of(GoalKnown.values()), GoalKnown.UNKNOWN, GoalKnown.NOT_KNOWN, answered));
        if (samples.coin()) {
            somebody.watchedAtHome();
        }
        if (samples.coin()) {
            somebody.awaited(samples.between(0, 3), samples.coin());
        }
        samples.upTo(3, () -> somebody.attempt(samples.of(AttemptOutcome.values())));
        samples.upTo(
                3,
                () -> somebody.phone(
                        answer(samples, answered), answer(samples, answered), samples.coin(), samples.coin()));
        samples.upTo(
                3,
                () -> somebody.leg(
                        known(samples.of(Means.values()), Means.UNKNOWN, Means.BOAT, answered),
                        known(samples.of("", "CN", "TH"), "", "KR", answered),
                        known(samples.of("", "CN", "TH"), "", "KR", answered),
                        number(samples, answered),
                        number(samples, answered)));
        samples.upTo(
                3,
                () -> somebody.quote(
                        samples.between(0, 20) * 1_000_000,
                        samples.of(new Norm[] {null, FactsOf.LAND_VIA_CHINA, FactsOf.WITH_HIGH}),
                        samples.coin() ? Integer.valueOf(samples.between(0, 100)) : answered ? 0 : null,
                        samples.of(Vetting.values())));
        return somebody;
    }

    private static Answer answer(Samples samples, boolean answered) {
        return known(samples.of(Answer.values()), Answer.UNKNOWN, Answer.NO, answered);
    }

    private static Integer number(Samples samples, boolean answered) {
        return samples.coin() ? Integer.valueOf(samples.between(0, 5)) : answered ? Integer.valueOf(0) : null;
    }

    private static <T> T known(T fact, T unknown, T harmless, boolean answered) {
        return answered && fact.equals(unknown) ? harmless : fact;
    }
}
