package org.durumi.risk;

/** Whether the police know that Seoul was the goal. */
public enum GoalKnown {
    KNOWN,
    SUSPECTED,
    NO,
    UNKNOWN
}
