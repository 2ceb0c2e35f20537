package org.durumi.work;

/** Why a plan ended. */
public enum PlanEnd {
    BY_HAND,
    /** Something else was agreed. */
    REPLACED,
    /** They arrived, gave up, were sent back or died. */
    STAGE,
    CASE_CLOSED,
    TAKEN_OUT
}
