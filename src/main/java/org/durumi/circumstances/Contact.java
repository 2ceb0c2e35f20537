package org.durumi.circumstances;

/** Whether somebody who is held may be in touch with another. */
public enum Contact {
    PERMITTED,
    REFUSED,
    UNKNOWN
}
