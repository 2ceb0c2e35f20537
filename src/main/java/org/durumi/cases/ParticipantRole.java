package org.durumi.cases;

/** What a person is in a case. */
public enum ParticipantRole {
    PRINCIPAL,
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    COMPANION,
    ORGANISER
}
