package org.durumi.risk;

import java.util.List;
import java.util.Set;
import org.durumi.kernel.Level;

/** The rules in force, by the numbers that caseworkers know. The same table stands in docs/domain/risk-rules.md. */
public enum RuleCode {
    R01(RuleGroup.HELD, List.of(60, 40), Level.CRITICAL, Set.of()),
    R03(RuleGroup.GOAL, List.of(15), Level.LOW, Set.of()),
    R05(RuleGroup.PHONE, List.of(20, 10), Level.LOW, Set.of(Block.DEPARTURE)),
    R06(RuleGroup.PHONE, List.of(8), Level.LOW, Set.of()),
    R07(RuleGroup.ATTEMPTS, List.of(5, 10, 15), Level.LOW, Set.of()),
    R08(RuleGroup.HOUSEHOLD, List.of(10), Level.LOW, Set.of()),
    R09(RuleGroup.PRICE, List.of(20, 5), Level.LOW, Set.of(Block.QUOTE)),
    R10(RuleGroup.UPFRONT, List.of(8), Level.LOW, Set.of()),
    R11(RuleGroup.BROKER, List.of(10, 25), Level.LOW, Set.of(Block.QUOTE, Block.DEPARTURE)),
    R12(RuleGroup.ROUTE, List.of(10), Level.LOW, Set.of()),
    R15(RuleGroup.CHECK_IN, List.of(10, 20, 0), Level.CRITICAL, Set.of());

    private final RuleGroup group;
    private final List<Integer> points;
    private final Level floor;
    private final Set<Block> mayBlock;

    RuleCode(RuleGroup group, List<Integer> points, Level floor, Set<Block> mayBlock) {
        this.group = group;
        this.points = points;
        this.floor = floor;
        this.mayBlock = mayBlock;
    }

    public RuleGroup group() {
        return group;
    }

    /** Every number of points that the rule may give. */
    public List<Integer> points() {
        return points;
    }

    /** The least level once the rule fires, unless a reading of it says another; LOW is no floor. The floor raises the level, not the score. */
    public Level floor() {
        return floor;
    }

    /** Whether nobody waives what it forbids: nobody accepts a blacklisted broker, or leaves with one. */
    boolean isNeverWaived() {
        return this == R11;
    }

    /** What some readings of the rule forbid. */
    public Set<Block> mayBlock() {
        return mayBlock;
    }
}
