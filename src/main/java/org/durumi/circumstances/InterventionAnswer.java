package org.durumi.circumstances;

/** What came of it. */
public enum InterventionAnswer {
    NONE_YET,
    RECEIVED,
    GRANTED,
    REFUSED
}
