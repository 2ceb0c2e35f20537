package org.durumi.risk;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.durumi.kernel.Level;

/**
 * How near one participant is to being sent back, and why.
 *
 * @param score from 0 to 100
 * @param level the level of the score, or a higher one if a rule sets a floor
 * @param findings what counts: of each group of rules the highest, heaviest first
 * @param unknowns what must still be asked
 * @param ruleVersion the version of the rules
 */
public record Assessment(int score, Level level, List<Finding> findings, List<Unknown> unknowns, int ruleVersion) {
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
            return new Assessment(0, Level.LOW, List.of(), List.of(), RiskRules.VERSION);
        }
        List<Finding> findings = RiskRules.inForce().stream()
                .flatMap(rule -> rule.check(facts).stream())
                .toList();
        List<Unknown> unknowns = RiskQuestions.inForce().stream()
                .flatMap(question -> question.open(facts))
                .toList();
        return of(highestOfEachGroup(findings), unknowns);
    }

    private static Assessment of(List<Finding> findings, List<Unknown> unknowns) {
        int sum = findings.stream().mapToInt(Finding::points).sum();
        int score = Math.min(sum, HIGHEST_SCORE);
        Level level = findings.stream().map(finding -> finding.rule().floor()).reduce(Level.ofScore(score), Level::or);
        return new Assessment(score, level, findings, unknowns, RiskRules.VERSION);
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
