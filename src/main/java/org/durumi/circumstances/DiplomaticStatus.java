package org.durumi.circumstances;

/** Whether somebody is a diplomat. */
public enum DiplomaticStatus {
    DIPLOMAT,
    NO_DIPLOMAT,
    /** Sources contradict each other. */
    DISPUTED,
    UNKNOWN
}
