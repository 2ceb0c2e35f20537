package org.durumi.links;

/** What became of a merge. */
public enum MergeState {
    STANDS,
    UNDONE,
    /** The closed case was opened again by itself: what was taken over stays. */
    REOPENED
}
