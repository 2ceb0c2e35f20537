package org.durumi.circumstances;

/** What became of somebody who is held. */
public enum DetentionState {
    HELD,
    MOVED,
    /** Moved to the border, or a return was announced. */
    TO_THE_BORDER,
    RELEASED
}
