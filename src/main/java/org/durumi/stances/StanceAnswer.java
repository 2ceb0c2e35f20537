package org.durumi.stances;

/** What became of a proposed stance. */
public enum StanceAnswer {
    /** Somebody of the other role agrees: from now on it counts. */
    CONFIRMED,
    DECLINED,
    /** Who proposed it does no longer. */
    WITHDRAWN
}
