package org.durumi.circumstances;

/** The class of what somebody does or did for a living. */
public enum Occupation {
    ELITE_OFFICIAL,
    PARTY_OFFICIAL,
    DIPLOMAT,
    TRADE_REPRESENTATIVE,
    OVERSEAS_WORKER,
    MILITARY,
    STUDENT,
    FARMER,
    TRADER,
    OTHER,
    UNKNOWN
}
