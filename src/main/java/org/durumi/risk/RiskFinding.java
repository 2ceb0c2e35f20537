package org.durumi.risk;

import java.util.List;
import java.util.Set;
import org.durumi.kernel.EntryId;
import org.durumi.route.Certainty;

/** One finding of a stored assessment, with what the rule saw, as it is sealed. */
record RiskFinding(
        RuleCode rule,
        Variant variant,
        int points,
        Set<Block> blocks,
        Certainty sure,
        List<String> inputs,
        Set<EntryId> about) {
    static RiskFinding of(Finding found) {
        return new RiskFinding(
                found.rule(),
                found.variant(),
                found.points(),
                found.blocks(),
                found.sure(),
                Inputs.write(found.inputs()),
                found.about());
    }

    /** What was found, as it was found. */
    Finding finding() {
        return new Finding(rule, variant, points, blocks, sure, Inputs.read(inputs), about);
    }
}
