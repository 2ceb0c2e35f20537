package org.durumi.work;

/** By what somebody was in touch. */
public enum ContactBy {
    PHONE,
    MESSENGER,
    IN_PERSON,
    OTHER
}
