package org.durumi.links;

/** How two cases are linked. */
public enum LinkKind {
    SAME_EVENT,
    SAME_BROKER,
    SAME_LEG,
    SAME_DEVICE,
    COMPANION,
    RELATIVE_OF,
    /** The asking case comes before the other. */
    PRECEDES,
    DUPLICATE_OF,
    /** One participant on each side is the same person. */
    SAME_PERSON
}
