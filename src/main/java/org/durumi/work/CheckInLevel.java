package org.durumi.work;

/** Who is told, one after the other. */
public enum CheckInLevel {
    CASEWORKERS,
    /** Who stands in for one of the caseworkers; left out while nobody does. */
    DEPUTIES,
    /** Those of the team. */
    SUPERVISORS,
    EVERY_SUPERVISOR
}
