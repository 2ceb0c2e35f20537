package org.durumi.cases;

/** Whether a repatriation is confirmed, or presumed after 90 days without news. */
public enum ReturnKind {
    NONE,
    CONFIRMED,
    PRESUMED
}
