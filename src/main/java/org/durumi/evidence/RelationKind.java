package org.durumi.evidence;

/** How one claim stands to another. */
public enum RelationKind {
    SUPPORTS,
    REFINES,
    /** The same word once more, as two papers have it of one briefing: both count once. */
    SAME_AS,
    CONTRADICTS,
    DENIES;

    /** Whether both cannot be true. */
    public boolean opposes() {
        return this == CONTRADICTS || this == DENIES;
    }
}
