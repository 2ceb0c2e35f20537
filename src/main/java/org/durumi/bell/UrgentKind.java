package org.durumi.bell;

/** What somebody is told at once if they have a page open. */
public enum UrgentKind {
    /** An alert of level CRITICAL was raised, has risen or happened again. */
    ALERT,
    /** Somebody said that they do not speak freely. */
    DURESS,
    /** A case was opened in an emergency. */
    GLASS
}
