package org.durumi.evidence;

/** What a claim is about: a field or an event. */
public enum ClaimTopic {
    IDENTITY,
    POST,
    FAMILY,
    MOTIVE,
    DEPARTURE,
    ROUTE,
    ARREST,
    DETENTION,
    AUTHORITIES,
    DESTINATION,
    ARRIVAL,
    RETURN,
    COST,
    BACKGROUND,
    OTHER
}
