package org.durumi.route;

/** How a leg is travelled. */
public enum Means {
    FOOT,
    TAXI,
    BUS,
    TRAIN,
    CAR,
    BOAT,
    AIR,
    OTHER,
    UNKNOWN
}
