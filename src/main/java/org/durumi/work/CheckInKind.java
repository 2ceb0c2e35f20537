package org.durumi.work;

/**
 * How somebody was heard of, or what else became of their check-ins. That they were not heard of is a {@link CheckInStep}: it is written
 * without a key.
 */
public enum CheckInKind {
    OK,
    /** Somebody else says that they are well. */
    THIRD_PARTY,
    /** They said the phrase that says that they do not speak freely. */
    DURESS,
    /** A supervisor has dealt with that. */
    ANSWERED,
    /** Somebody said that they are not awaited for a while. */
    PAUSED;

    /** Whether somebody was heard of. */
    public boolean isHeard() {
        return this == OK || this == THIRD_PARTY || this == DURESS;
    }
}
