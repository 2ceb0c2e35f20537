package org.durumi.risk;

import static org.durumi.circumstances.LegState.PLANNED;
import static org.durumi.costs.Vetting.BLACKLISTED;
import static org.durumi.costs.Vetting.SUSPENDED;
import static org.durumi.costs.Vetting.UNVETTED;
import static org.durumi.kernel.Answer.NO;
import static org.durumi.kernel.Answer.UNKNOWN;
import static org.durumi.kernel.Answer.YES;
import static org.durumi.risk.FactsOf.LAND_VIA_CHINA;
import static org.durumi.risk.FactsOf.WITH_HIGH;
import static org.durumi.risk.FactsOf.somebodyIn;
import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.DETENTION;
import static org.durumi.route.Stage.TRANSIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.kernel.Texts;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Means;
import org.junit.jupiter.api.Test;

/** Every finding says why, what to do now and how sure we are, in both languages; and what it saw can be stored. */
class FindingTextsTest {
    private static final List<FactsOf> ALL = List.of(
            somebodyIn(DETENTION).goal(GoalKnown.SUSPECTED).phone(YES, YES).attempt(AttemptOutcome.ARRESTED),
            somebodyIn(BROKER)
                    .phone(YES, YES)
                    .watchedAtHome()
                    .quote(2_500_000, LAND_VIA_CHINA, 100, UNVETTED)
                    .leg(Means.TAXI, "CN", "CN", 4, null),
            somebodyIn(BROKER)
                    .phone(YES, NO)
                    .quote(31_000_000, WITH_HIGH, 0, SUSPENDED)
                    .leg(Means.AIR, "CN", "TH", 1, 2),
            somebodyIn(TRANSIT).phone(YES, NO),
            somebodyIn(DETENTION).inCountry("MM"),
            somebodyIn(DETENTION).inCountry(""),
            somebodyIn(BROKER).phone(UNKNOWN, YES).quote(12_000_000, WITH_HIGH, 0, BLACKLISTED),
            somebodyIn(TRANSIT).awaited(1, false),
            somebodyIn(TRANSIT).awaited(3, false),
            somebodyIn(TRANSIT).awaited(0, true));

    private static List<Finding> findings() {
        return ALL.stream().flatMap(each -> each.assessed().findings().stream()).toList();
    }

    @Test
    void every_reading_of_every_rule_has_its_three_texts() {
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = new Texts(language, ZoneId.of("Asia/Seoul"));
            for (Finding finding : findings()) {
                Object[] inputs = finding.inputs().toArray();
                for (String key : List.of(finding.whyKey(), finding.todoKey(), finding.sureKey())) {
                    String text = texts.text(key, inputs);
                    assertFalse(text.isBlank(), key);
                    assertFalse(text.contains("{"), key + ": " + text);
                }
            }
        }
    }

    @Test
    void the_test_knows_every_rule_and_every_reading() {
        Set<RuleCode> rules = findings().stream().map(Finding::rule).collect(Collectors.toSet());
        Set<Variant> variants = findings().stream().map(Finding::variant).collect(Collectors.toSet());

        assertEquals(EnumSet.allOf(RuleCode.class), rules);
        assertEquals(EnumSet.allOf(Variant.class), variants);
        assertTrue(PLANNED.isAhead());
    }

    @Test
    void a_stored_finding_says_the_same() {
        for (Finding finding : findings()) {
            assertEquals(finding.inputs(), Inputs.read(Inputs.write(finding.inputs())));
        }
    }

    @Test
    void every_word_has_a_text() {
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = new Texts(language, ZoneId.of("Asia/Seoul"));
            Stream.of(
                            RuleCode.values(),
                            RuleGroup.values(),
                            Variant.values(),
                            Question.values(),
                            Block.values(),
                            AlertState.values())
                    .flatMap(Stream::of)
                    .forEach(word -> assertFalse(texts.text((Enum<?>) word).isBlank()));
            for (RuleGroup group : RuleGroup.values()) {
                assertFalse(texts.text("alert." + group.name()).isBlank());
            }
        }
    }
}
