package org.durumi.work;

/** Who is told, one after the other. A deputy will come between two of them. */
public enum CheckInLevel {
    CASEWORKERS,
    /** Those of the team. */
    SUPERVISORS,
    EVERY_SUPERVISOR
}
