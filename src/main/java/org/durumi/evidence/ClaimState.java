package org.durumi.evidence;

/** What was decided about a claim. */
public enum ClaimState {
    OPEN,
    ADOPTED,
    REJECTED,
    /** A better one took its place. */
    SUPERSEDED;

    /** Whether a claim of this state still says something about the case. */
    public boolean counts() {
        return this == OPEN || this == ADOPTED;
    }
}
