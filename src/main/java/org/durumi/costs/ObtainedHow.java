package org.durumi.costs;

/** How a quote reached us. */
public enum ObtainedHow {
    DIRECT,
    VIA_ACQUAINTANCE,
    CLIENT_REPORTED,
    UNKNOWN
}
