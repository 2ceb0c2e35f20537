package org.durumi.route;

/** The way a case is meant to take. */
public enum RouteKind {
    LAND_VIA_CHINA,
    VIA_MONGOLIA,
    SEA_WEST,
    SEA_EAST,
    DMZ,
    MISSION,
    OVERSEAS_POSTING,
    OVERSEAS_WORKER,
    OTHER,
    UNKNOWN
}
