package org.durumi.work;

/** What became of a task. */
public enum TaskState {
    OPEN,
    DONE,
    NOT_POSSIBLE,
    /** Nobody has to do it any more: the stage has changed, the case is closed, or nobody whom it concerns is in it. */
    ENDED
}
