package org.durumi.links;

/** What became of a link. */
public enum LinkState {
    /** The record suggests it. */
    SUGGESTED,
    /** A caseworker wishes it; a supervisor of their team decides. */
    WISHED,
    /** A supervisor of one side asks; one of the other side answers. */
    ASKED,
    STANDS,
    DECLINED,
    ENDED
}
