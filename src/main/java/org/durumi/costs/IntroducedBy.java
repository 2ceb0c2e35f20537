package org.durumi.costs;

/** Through whom a broker became known. */
public enum IntroducedBy {
    ACQUAINTANCE,
    RELATIVE,
    NGO,
    ONLINE,
    UNKNOWN
}
