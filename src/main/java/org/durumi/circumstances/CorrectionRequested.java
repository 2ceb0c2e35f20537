package org.durumi.circumstances;

import org.durumi.cases.CaseFile;

/**
 * Somebody corrects a circumstance. A supervisor confirms it unless the guard among the features above says that it lifts
 * nothing: a missing guard must not open the gate.
 */
public final class CorrectionRequested {
    private final CaseFile file;
    private final Circumstances before;
    private final Circumstances after;
    private boolean liftsNothing;

    /**
     * @param before only what is corrected, as it was last confirmed
     * @param after only what it is now said to be
     */
    CorrectionRequested(CaseFile file, Circumstances before, Circumstances after) {
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /** Nothing that it was is missed by what is forbidden. */
    public void liftsNothing() {
        liftsNothing = true;
    }

    boolean needsConfirmation() {
        return !liftsNothing;
    }

    public CaseFile file() {
        return file;
    }

    /** Only what is corrected, as it was last confirmed. */
    public Circumstances before() {
        return before;
    }

    /** Only what it is now said to be. */
    public Circumstances after() {
        return after;
    }
}
