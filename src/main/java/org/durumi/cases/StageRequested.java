package org.durumi.cases;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.RuleViolation;

/**
 * Somebody wants to enter a stage, or to correct an entry. Each matter has a guard among the features above, which permits or
 * refuses; a matter about which nobody answers refuses: a missing guard must not open the gate.
 */
public final class StageRequested {
    /** What has to be answered by whoever knows it, for every entry: also that it is no departure, or names no broker. */
    public enum Matter {
        /** Whether anything stands against leaving now. */
        DEPARTURE,
        /** Whether the record contradicts what the checklist says. */
        CHECKLIST,
        /** Whether the broker is one that the case may name. */
        BROKER,
        /** Whether the leg is one of the participant's. */
        LEG
    }

    private final CaseFile file;
    private final Participant participant;
    private final boolean leaving;
    private final NewStage reported;
    private final Optional<BrokerId> namedBefore;
    private final Set<Matter> unanswered = EnumSet.allOf(Matter.class);
    private Optional<RuleViolation> refusal = Optional.empty();

    /**
     * @param leaving whether this entry is a departure
     * @param namedBefore the broker whom the entry that is corrected names; empty for none, and if nothing is corrected
     */
    StageRequested(
            CaseFile file,
            Participant participant,
            boolean leaving,
            NewStage reported,
            Optional<BrokerId> namedBefore) {
        this.file = file;
        this.participant = participant;
        this.leaving = leaving;
        this.reported = reported;
        this.namedBefore = namedBefore;
    }

    /** Nothing stands against it in this matter. */
    public void permit(Matter answered) {
        unanswered.remove(answered);
    }

    /** One refusal is enough, whatever others say; the first is told. */
    public void refuse(RuleViolation why) {
        refusal = refusal.or(() -> Optional.of(why));
    }

    public CaseFile file() {
        return file;
    }

    /** Of whom the entry tells. */
    public Participant participant() {
        return participant;
    }

    /** Whether the entry is a departure, and not only a correction of one. */
    public boolean isDeparture() {
        return leaving;
    }

    public NewStage reported() {
        return reported;
    }

    /** Whether a correction only keeps this broker, whom the entry that it corrects names already. */
    public boolean keeps(BrokerId named) {
        return namedBefore.filter(named::equals).isPresent();
    }

    /** @throws RuleViolation if a guard refused, or one did not answer */
    void requirePermission() {
        refusal.ifPresent(why -> {
            throw why;
        });
        if (!unanswered.isEmpty()) {
            throw new RuleViolation("stage.nobody-permitted");
        }
    }
}
