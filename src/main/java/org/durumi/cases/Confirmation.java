package org.durumi.cases;

/** Whether a supervisor has to confirm an entry, and has. */
public enum Confirmation {
    NOT_NEEDED,
    WAITING,
    CONFIRMED,
    SENT_BACK
}
