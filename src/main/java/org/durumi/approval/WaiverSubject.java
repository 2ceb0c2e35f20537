package org.durumi.approval;

/** What a waiver lets pass. */
public enum WaiverSubject {
    /** The planned departure of one participant. */
    DEPARTURE,
    /** The acceptance of one quote. */
    QUOTE
}
