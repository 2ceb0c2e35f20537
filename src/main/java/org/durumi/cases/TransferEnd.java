package org.durumi.cases;

/** What became of an offer to another team. That it has expired is none of these: it has when its day is over and nobody answered. */
public enum TransferEnd {
    /** The case is the other team's. */
    ACCEPTED,
    /** The other team does not take it. */
    DECLINED,
    /** Who offered it took that back. */
    REVOKED
}
