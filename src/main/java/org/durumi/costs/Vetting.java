package org.durumi.costs;

/** How far a broker has been checked. */
public enum Vetting {
    UNVETTED,
    IN_PROGRESS,
    VETTED,
    SUSPENDED,
    BLACKLISTED
}
