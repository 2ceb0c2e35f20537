package org.durumi.links;

/** What somebody does about a link. */
public enum LinkAct {
    /** To want it: a caseworker wishes it, a supervisor asks the other side, or decides at once if both sides are theirs. */
    ASK,
    /** The asked side agrees. */
    AGREE,
    /** It is not so, or shall not be said. */
    DECLINE,
    /** It holds no more, or the question is taken back. */
    END
}
