package org.durumi.requests;

/** What a caseworker asks a supervisor for. */
public enum RequestKind {
    /** To let a departure or the acceptance of a quote pass although a block stands. */
    WAIVER,
    /** That somebody else works on the case. */
    REASSIGNMENT,
    /** To decide something else. */
    OTHER
}
