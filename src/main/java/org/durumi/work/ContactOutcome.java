package org.durumi.work;

/** What came of trying to reach somebody. */
public enum ContactOutcome {
    REACHED,
    NOT_REACHED,
    LEFT_MESSAGE,
    SOMEBODY_ELSE
}
