package org.durumi.circumstances;

/** By what somebody can be reached. */
public enum ContactChannel {
    CALL,
    MESSENGER,
    EMAIL,
    THROUGH_SOMEBODY,
    IN_PERSON,
    OTHER
}
