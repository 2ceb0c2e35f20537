package org.durumi.web.frame;

/** A page on which somebody's day begins: features tell there what waits for its reader. */
public enum HomePage {
    /** The list of cases. */
    CASES,
    /** What waits for a supervisor. */
    REVIEW,
    /** Below what waits for a supervisor: how things are in their team. */
    TEAM,
    /** Who works here. */
    STAFF,
    /** The access log. */
    LOG
}
