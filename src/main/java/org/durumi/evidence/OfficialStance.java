package org.durumi.evidence;

/** What an official says to a claim. Neither is no denial. */
public enum OfficialStance {
    CONFIRMS,
    DENIES,
    NEITHER,
    CONDITIONAL,
    NO_KNOWLEDGE,
    SILENT;

    /** Whether who says so takes a side. */
    public boolean takesSide() {
        return this == CONFIRMS || this == DENIES || this == CONDITIONAL;
    }
}
