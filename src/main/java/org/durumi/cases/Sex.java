package org.durumi.cases;

/** The sex as recorded. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
