package org.durumi.risk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.durumi.kernel.Level;

/**
 * How near one participant is to being sent back, and why.
 *
 * @param score from 0 to 100
 * @param level the level of the score, or a higher one if a rule sets a floor
 * @param findings what counts: of each group of rules the highest, heaviest first
 * @param unknowns what must still be asked
 * @param carried what still counts from before; empty if the stage and the facts justify the whole
 * @param ruleVersion the version of the rules
 */
public record Assessment(
        int score,
        Level level,
        List<Finding> findings,
        List<Unknown> unknowns,
        Optional<Carried> carried,
        int ruleVersion) {
    private static final int HIGHEST_SCORE = 100;
    private static final Comparator<Finding> BY_WEIGHT = Comparator.comparingInt(Finding::points)
            .thenComparingInt(finding -> finding.blocks().size());
    private static final Comparator<Finding> HEAVIEST_FIRST =
            BY_WEIGHT.reversed().thenComparing(Finding::rule);

    public Assessment {
        findings = List.copyOf(findings);
        unknowns = List.copyOf(unknowns);
    }

    /** Assesses a participant. After arrival, withdrawal or death nothing is assessed any more: low, and no findings. */
    public static Assessment of(Facts facts) {
        if (!facts.stage().isAssessed()) {
            return new Assessment(0, Level.LOW, List.of(), List.of(), Optional.empty(), RiskRules.VERSION);
        }
        Optional<Assessment> before = Optional.empty();
        for (Facts.Standing earlier : facts.earlier()) {
            before = Optional.of(of(facts.asOfBefore(), earlier, before));
        }
        return of(facts, facts.standing(), before);
    }

    private static Assessment of(Facts facts, Facts.Standing standing, Optional<Assessment> before) {
        Assessment here = ofStageAlone(facts.standingAt(standing));
        return before.map(each -> here.carrying(each, standing.since())).orElse(here);
    }

    private static Assessment ofStageAlone(Facts facts) {
        List<Finding> findings = RiskRules.inForce().stream()
                .flatMap(rule -> rule.check(facts).stream())
                .toList();
        List<Unknown> unknowns = RiskQuestions.inForce().stream()
                .flatMap(question -> question.open(facts))
                .toList();
        return of(facts, highestOfEachGroup(findings), unknowns);
    }

    private static Assessment of(Facts facts, List<Finding> findings, List<Unknown> unknowns) {
        int sum = findings.stream().mapToInt(Finding::points).sum();
        int score = Math.min(sum, HIGHEST_SCORE);
        Level floor = findings.stream().map(Finding::floor).reduce(facts.floor(), Level::or);
        boolean nothingKnown = findings.isEmpty() && floor == Level.LOW && facts.areNone();
        Level level = nothingKnown ? Level.NOT_ASSESSED : Level.ofScore(score).or(floor);
        return new Assessment(score, level, findings, unknowns, Optional.empty(), RiskRules.VERSION);
    }

    /**
     * This assessment, but no less than what stood before: the difference is carried.
     *
     * @param since the day on which what would have lowered it became known
     */
    Assessment carrying(Assessment before, LocalDate since) {
        int difference = before.score - score;
        if (difference <= 0 && level.isAtLeast(before.level)) {
            return this;
        }
        List<RuleCode> rules = Stream.concat(
                        before.findings.stream().filter(this::isMoreThanHere).map(Finding::rule),
                        Stream.of(before, this)
                                .flatMap(each -> each.carried.stream())
                                .flatMap(each -> each.rules().stream()))
                .distinct()
                .toList();
        int carriedHere = carried.map(Carried::points).orElse(0);
        return new Assessment(
                Math.max(score, before.score),
                level.or(before.level),
                findings,
                unknowns,
                Optional.of(new Carried(
                        Math.max(difference, 0) + carriedHere,
                        rules,
                        before.carried.map(Carried::since).orElse(since))),
                ruleVersion);
    }

    /** This assessment, but at least of a level: what stood before cannot be read. */
    Assessment atLeast(Level floor, LocalDate since) {
        return carrying(new Assessment(0, floor, List.of(), List.of(), Optional.empty(), ruleVersion), since);
    }

    private boolean isMoreThanHere(Finding earlier) {
        return finding(earlier.rule().group())
                .filter(here -> here.points() >= earlier.points())
                .isEmpty();
    }

    private static List<Finding> highestOfEachGroup(Collection<Finding> findings) {
        Map<RuleGroup, Finding> highest = new TreeMap<>();
        findings.forEach(finding -> highest.merge(
                finding.rule().group(), finding, (one, other) -> BY_WEIGHT.compare(one, other) >= 0 ? one : other));
        return highest.values().stream().sorted(HEAVIEST_FIRST).toList();
    }

    /** Everything that is forbidden until it is waived. */
    public Set<Block> blocks() {
        Set<Block> blocks = EnumSet.noneOf(Block.class);
        findings.forEach(finding -> blocks.addAll(finding.blocks()));
        return blocks;
    }

    /** The findings that forbid something. */
    public List<Finding> blocking(Block block) {
        return findings.stream()
                .filter(finding -> finding.blocks().contains(block))
                .toList();
    }

    /** The finding of a group; empty if none of its rules fired. */
    public Optional<Finding> finding(RuleGroup group) {
        return findings.stream()
                .filter(finding -> finding.rule().group() == group)
                .findFirst();
    }
}
