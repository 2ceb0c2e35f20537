package org.durumi.cases;

/** Whether an entry is a departure: planned, so that a block still stops it, or one that has already happened. */
public enum Departure {
    NONE,
    PLANNED,
    HAS_LEFT
}
