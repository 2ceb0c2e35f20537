package org.durumi.mail;

/** Of what a mail tells. */
public enum MailCause {
    /** Somebody was not heard of in time. */
    MISSED,
    /** Somebody said that they do not speak freely. */
    DURESS,
    /** An alert was raised, or raised again. */
    ALERT,
    /** Somebody opened a case in an emergency. */
    GLASS,
    /** A caseworker asks for something. */
    REQUEST
}
