package org.durumi.circumstances;

/** Whether a leg lies ahead, is being travelled or is over. */
public enum LegState {
    PLANNED,
    UNDER_WAY,
    DONE,
    ABORTED;

    /** Whether the leg still has to be survived. */
    public boolean isAhead() {
        return this == PLANNED || this == UNDER_WAY;
    }
}
