package org.durumi.work;

/** Why somebody is told. */
public enum CheckInCause {
    /** Nobody heard of them in time. */
    MISSED,
    /** They said the phrase that says that they do not speak freely. */
    DURESS
}
