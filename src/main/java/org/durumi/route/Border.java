package org.durumi.route;

/** The border that a leg crosses; none if it stays inside one country. */
public enum Border {
    NONE,
    LAND,
    RIVER,
    MARITIME_WEST,
    MARITIME_EAST,
    DMZ,
    AIRPORT,
    UNKNOWN
}
