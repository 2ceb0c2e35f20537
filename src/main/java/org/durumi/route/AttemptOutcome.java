package org.durumi.route;

/** How an attempt to leave ended. */
public enum AttemptOutcome {
    CAUGHT_BY_HOUSEHOLD,
    CAUGHT_BY_NEIGHBOURS,
    ARRESTED,
    TURNED_BACK,
    CHEATED_BY_BROKER,
    /** Sent back to the North. */
    SENT_BACK,
    SUCCESS,
    /** It failed as far as we know: unknown is not safe. */
    UNKNOWN;

    /** Every outcome but success counts as a failed attempt. */
    public boolean isFailure() {
        return this != SUCCESS;
    }
}
