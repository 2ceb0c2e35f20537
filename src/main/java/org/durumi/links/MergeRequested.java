package org.durumi.links;

import java.util.Map;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Participant;
import org.durumi.kernel.RuleViolation;

/**
 * Somebody wants to close a case as a duplicate, which ends that its risk is reckoned. An observer permits or refuses it; if nobody
 * answers, it is refused: a missing guard must not open the gate.
 */
public final class MergeRequested {
    private final CaseFile closing;
    private final CaseFile staying;
    private final Map<Participant, Participant> people;
    private boolean permitted;
    private Optional<RuleViolation> refusal = Optional.empty();

    /** @param people everybody of the closing case, and who they are in the staying one */
    MergeRequested(CaseFile closing, CaseFile staying, Map<Participant, Participant> people) {
        this.closing = closing;
        this.staying = staying;
        this.people = Map.copyOf(people);
    }

    public void permit() {
        permitted = true;
    }

    /** One refusal is enough, whatever others say. */
    public void refuse(RuleViolation why) {
        refusal = Optional.of(why);
    }

    public CaseFile closing() {
        return closing;
    }

    public CaseFile staying() {
        return staying;
    }

    /** Everybody of the closing case, and who they are in the staying one. */
    public Map<Participant, Participant> people() {
        return people;
    }

    /** @throws RuleViolation if an observer refused, or none answered */
    void requirePermission() {
        refusal.ifPresent(why -> {
            throw why;
        });
        if (!permitted) {
            throw new RuleViolation("merge.nobody-permitted");
        }
    }
}
