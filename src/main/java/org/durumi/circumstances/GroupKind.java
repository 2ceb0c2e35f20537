package org.durumi.circumstances;

/** What people form together. */
public enum GroupKind {
    HOUSEHOLD,
    EXTENDED_FAMILY,
    /** Whoever travels together, related or not. */
    TRAVEL_PARTY
}
