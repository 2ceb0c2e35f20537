package org.durumi.work;

/** Why nobody has to do a task any more. */
public enum TaskEnd {
    /** Nobody whom it concerns is held any more, or they were moved and there are new ones. */
    STAGE,
    CLOSURE,
    /** Everybody whom it concerns was taken out of the case. */
    LEFT
}
