package org.durumi.cases;

import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;

/**
 * Somebody wants to enter a stage. An observer permits or refuses it; if nobody answers, it is refused: a missing guard
 * must not open the gate.
 */
public final class StageRequested {
    private final CaseFile file;
    private final Participant participant;
    private final Stage from;
    private final NewStage reported;
    private boolean permitted;
    private RuleViolation refusal;

    StageRequested(CaseFile file, Participant participant, Stage from, NewStage reported) {
        this.file = file;
        this.participant = participant;
        this.from = from;
        this.reported = reported;
    }

    public void permit() {
        permitted = true;
    }

    /** One refusal is enough, whatever others say. */
    public void refuse(RuleViolation why) {
        refusal = why;
    }

    public CaseFile file() {
        return file;
    }

    /** The participant as they stand before the change. */
    public Participant participant() {
        return participant;
    }

    /** The stage that would be left. */
    public Stage from() {
        return from;
    }

    public NewStage reported() {
        return reported;
    }

    /** @throws RuleViolation if an observer refused, or none answered */
    void requirePermission() {
        Optional.ofNullable(refusal).ifPresent(why -> {
            throw why;
        });
        if (!permitted) {
            throw new RuleViolation("stage.nobody-permitted");
        }
    }
}
