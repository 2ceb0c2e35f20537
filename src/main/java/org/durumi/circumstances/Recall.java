package org.durumi.circumstances;

/** Whether somebody at a post is called back. */
public enum Recall {
    NONE,
    /** The term at the post ends. */
    ROTATION_DUE,
    SUMMONS_EXPECTED,
    SUMMONED,
    UNKNOWN
}
