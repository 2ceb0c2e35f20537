package org.durumi.circumstances;

/** How far a relative is in danger because of somebody's flight. */
public enum Exposure {
    NONE,
    /** The state may find out. */
    POSSIBLE,
    /** The state knows. */
    EXPOSED,
    PUNISHED,
    UNKNOWN
}
