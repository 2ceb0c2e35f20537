package org.durumi.desk;

/** Whether somebody of the staff may come in. */
public enum ColleagueState {
    /** A role was asked for, and nobody else has confirmed it. */
    WAITS,
    /** They have a role. */
    ACTIVE,
    /** They tried to sign in, or had a role. */
    NO_ROLE,
    /** A row says that they have a role, which Durumi did not write. */
    CHANGED_OUTSIDE
}
