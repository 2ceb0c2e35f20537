package org.durumi.cases;

import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;

/** The journey does not lead from one stage to the other. The allowed changes are listed in docs/domain/stages.md. */
public class IllegalStageChange extends RuleViolation {
    private static final long serialVersionUID = 1L;

    public IllegalStageChange(Stage from, Stage to) {
        super("stage.change.not-allowed", from, to);
    }
}
