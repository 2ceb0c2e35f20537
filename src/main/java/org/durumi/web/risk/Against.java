package org.durumi.web.risk;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.durumi.risk.Block;
import org.durumi.risk.BlockLine;
import org.durumi.risk.Finding;
import org.durumi.risk.ParticipantRisk;
import org.durumi.risk.RiskBlocks;
import org.durumi.risk.RuleCode;

/** What stands against a departure or a quote, one finding for each rule. */
public final class Against {
    private Against() {}

    /** The findings of the rules that block, as far as they are about this departure or quote. */
    public static List<Finding> of(RiskBlocks risk, BlockLine block) {
        return block.rules().stream()
                .flatMap(rule -> finding(risk, block, rule).stream())
                .toList();
    }

    /** The rules that block without a finding in the panel: another quote weighs more there. */
    public static List<RuleCode> unexplained(RiskBlocks risk, BlockLine block) {
        return block.rules().stream()
                .filter(rule -> finding(risk, block, rule).isEmpty())
                .toList();
    }

    private static List<Finding> finding(RiskBlocks risk, BlockLine block, RuleCode rule) {
        return risk.participants().stream()
                .filter(each -> block.labels().contains(each.label()))
                .map(ParticipantRisk::findings)
                .flatMap(List::stream)
                .filter(each -> each.rule() == rule && each.blocks().contains(block.block()))
                .filter(isAbout(block))
                .limit(1)
                .toList();
    }

    private static Predicate<Finding> isAbout(BlockLine block) {
        UUID subject = block.subjectId();
        return finding -> block.block() == Block.DEPARTURE
                || finding.about().stream().anyMatch(each -> each.value().equals(subject));
    }
}
