package org.durumi.approval;

/** What two people decide together. */
public enum DecisionKind {
    /** That a case is erased for good. */
    ERASURE
}
