package org.durumi.work;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.durumi.drafts.DraftId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;

/**
 * What of somebody's work goes to whom.
 *
 * @param to who takes the place of whoever leaves, in each of the cases; drafts go to one of them after the other
 * @param grants that end
 * @param deputyships that end
 */
public record NewHandover(
        @NotNull Set<UserId> to,
        @NotNull Set<CaseId> cases,
        @NotNull Set<DraftId> drafts,
        @NotNull Set<EntryId> grants,
        @NotNull Set<EntryId> deputyships) {
    /** Whether nothing was chosen. */
    boolean isEmpty() {
        return cases.isEmpty() && drafts.isEmpty() && grants.isEmpty() && deputyships.isEmpty();
    }
}
