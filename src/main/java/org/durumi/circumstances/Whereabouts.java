package org.durumi.circumstances;

/** Where a relative is, from the one who fled. */
public enum Whereabouts {
    /** In the North. */
    LEFT_BEHIND,
    ABROAD,
    UNKNOWN
}
