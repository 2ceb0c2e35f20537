package org.durumi.cases;

import org.durumi.kernel.CaseNumber;

/**
 * An entry that waits for a supervisor, opened, and whose it is.
 *
 * @param label the letter of whom it concerns, or their letters
 */
public record WaitingEntry<R extends CorrectableRow<?, ?>>(CaseNumber number, String label, R entry) {
    /** The same, with the letters of those whom it concerns. */
    public WaitingEntry<R> labelled(String letters) {
        return new WaitingEntry<>(number, letters, entry);
    }
}
