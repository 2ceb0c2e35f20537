package org.durumi.links;

/** What became of a merge. */
public enum MergeState {
    STANDS,
    UNDONE
}
