package org.durumi.circumstances;

/** How an attempt to leave ended. */
public enum AttemptOutcome {
    CAUGHT_BY_HOUSEHOLD,
    CAUGHT_BY_NEIGHBOURS,
    ARRESTED,
    TURNED_BACK,
    CHEATED_BY_BROKER,
    SUCCESS;

    /** Whether the attempt counts as an earlier failure. */
    public boolean isFailure() {
        return this != SUCCESS;
    }
}
