package org.durumi.work;

/** Why nobody has to do a task any more. */
public enum TaskEnd {
    /** Nobody whom it concerns is held any more, or they were moved and there are new ones. */
    STAGE,
    CLOSURE,
    /** Everybody whom it concerns was taken out of the case. */
    LEFT,
    /** Whoever was to see to it works on the case no more: there is one for those who do instead. */
    HANDED_OVER
}
