package org.durumi.circumstances;

import java.util.Optional;

/** Whether a leg lies ahead, is being travelled or is over. */
public enum LegState {
    PLANNED,
    UNDER_WAY,
    DONE,
    ABORTED;

    Optional<LegState> onlyIf(boolean so) {
        return so ? Optional.of(this) : Optional.empty();
    }

    /** Whether the leg still has to be survived. */
    public boolean isAhead() {
        return this == PLANNED || this == UNDER_WAY;
    }
}
