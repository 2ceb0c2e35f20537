package org.durumi.cases;

/** What became of a supervisor's wish to close a case. */
public enum ClosureState {
    /** It waits for another supervisor. */
    ASKED,
    CLOSED,
    DECLINED,
    WITHDRAWN
}
