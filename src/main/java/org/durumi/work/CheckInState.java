package org.durumi.work;

/** Whether somebody is awaited. */
public enum CheckInState {
    STANDS,
    /** Not before a moment that somebody said. */
    PAUSED,
    /** Not as long as they are held. */
    HELD,
    /** No more: a later plan may stand. */
    ENDED
}
