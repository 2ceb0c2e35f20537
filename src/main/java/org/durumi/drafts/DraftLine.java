package org.durumi.drafts;

import java.time.Instant;
import java.util.Set;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/**
 * A draft as a list names it, without what was typed.
 *
 * @param number that its case will get, or of the case of whose form it is
 * @param address where its owner goes on
 * @param ownerId whose it is
 * @param owner their handle
 * @param waits whether it is a form of a case that its owner may not read now: they can do nothing but give it up
 */
public record DraftLine(
        DraftId id, CaseNumber number, String address, Instant changedAt, UserId ownerId, String owner, boolean waits) {
    /** @param readable the cases of whose forms the reader of the list may read */
    static DraftLine of(Draft draft, String owner, Set<CaseNumber> readable) {
        return new DraftLine(
                draft.id(),
                draft.number(),
                draft.address(),
                draft.changedAt(),
                draft.owner(),
                owner,
                draft.isForm() && !readable.contains(draft.number()));
    }

    /** Whether it is a form of a case that is there, not an intake. */
    public boolean isForm() {
        return Draft.isOfForm(address);
    }
}
