package org.durumi.cases;

/** Whether the police know that Seoul was the goal. */
public enum GoalKnown {
    KNOWN,
    SUSPECTED,
    NOT_KNOWN,
    UNKNOWN
}
