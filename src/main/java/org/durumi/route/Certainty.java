package org.durumi.route;

/** How sure we are of an entry. A report is a claim, not a fact. */
public enum Certainty {
    CONFIRMED,
    PROBABLE,
    POSSIBLE,
    CONTRADICTED,
    UNKNOWN
}
