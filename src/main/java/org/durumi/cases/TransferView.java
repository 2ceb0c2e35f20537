package org.durumi.cases;

import java.util.List;
import java.util.Optional;
import org.durumi.identity.StaffMember;

/**
 * One transfer, as a supervisor of either team sees it.
 *
 * @param receiving whether they are of the team to which it is offered
 * @param holds whether the case is their team's now
 * @param offered what they see of the case; empty unless they may answer
 * @param refusal the key of the sentence that says why they cannot answer what waits for their team; empty if they can, or nothing waits for it
 * @param caseworkers of their team, to whom the case can be given; empty unless they may answer
 */
public record TransferView(
        TransferLine line,
        boolean receiving,
        boolean holds,
        Optional<OfferedCase> offered,
        Optional<String> refusal,
        List<StaffMember> caseworkers) {
    /**
     * Whether the reader is told why it was offered, what was answered, and by whom: both teams while it waits, afterwards the one that has the
     * case.
     */
    public boolean isTold() {
        return line.isWaiting() || holds;
    }

    /** Whether the reader can answer it now. */
    public boolean answers() {
        return offered.isPresent();
    }

    /** Whether the reader can take it back now. */
    public boolean revokes() {
        return !receiving && line.isWaiting();
    }
}
