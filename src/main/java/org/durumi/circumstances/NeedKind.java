package org.durumi.circumstances;

/** What somebody needs. */
public enum NeedKind {
    MEDICAL,
    MEDICINE,
    MENTAL_HEALTH,
    CHILD_CARE,
    DISABILITY,
    FOOD,
    SHELTER,
    PAPERS,
    INTERPRETER,
    OTHER
}
