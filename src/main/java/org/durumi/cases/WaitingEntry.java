package org.durumi.cases;

import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.PartialDate;

/** An entry that waits for a supervisor, and whose it is. Its texts stay sealed: a list shows none of them. */
public record WaitingEntry(CaseNumber number, String label, StageEntry entry) {
    /** When it happened, without the words of the source. */
    public PartialDate happened() {
        return entry.span().inTheWords("");
    }
}
