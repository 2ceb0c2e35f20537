package org.durumi.accesslog;

/** How it ended. */
public enum AccessOutcome {
    DONE,
    /** Unknown, or not for this person: the person saw the same answer in both cases. */
    REFUSED
}
