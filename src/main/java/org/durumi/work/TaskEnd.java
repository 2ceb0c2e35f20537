package org.durumi.work;

/** Why nobody has to do a task any more. */
public enum TaskEnd {
    /** Nobody whom it concerns is held any more, or they were moved and there are new ones. */
    STAGE,
    CLOSURE,
    /** Everybody whom it concerns was taken out of the case. */
    LEFT,
    /** Whoever was to see to it works on the case no more: there is one for those who do instead. */
    HANDED_OVER,
    /** Somebody has acted on the alerts, or they are over. */
    SEEN_TO,
    /** None of it is asked any more: it is known, or nothing depends on it now. */
    ANSWERED,
    /** Nothing of it is to be decided any more. */
    DECIDED,
    /** The quote was accepted, rejected or compared anew, or has expired. */
    QUOTE_OVER,
    /** There is another one that says what counts now, or whom it concerns. */
    RENEWED;

    /** Whether nobody ended it: the rule that asked for it holds no more, or asks for something else. */
    public boolean isByItself() {
        return this == SEEN_TO || this == ANSWERED || this == DECIDED || this == QUOTE_OVER || this == RENEWED;
    }
}
