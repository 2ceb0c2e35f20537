package org.durumi.circumstances;

/** The rank of somebody at a post. */
public enum PostingRank {
    AMBASSADOR,
    ACTING_AMBASSADOR,
    DEPUTY_AMBASSADOR,
    COUNSELLOR,
    FIRST_SECRETARY,
    SECOND_SECRETARY,
    THIRD_SECRETARY,
    TRADE_REPRESENTATIVE,
    OFFICIAL,
    WORKER,
    OTHER,
    UNKNOWN
}
