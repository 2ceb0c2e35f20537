package org.durumi.cases;

/** How many people a case is about, or that it is known from reports only. */
public enum CaseKind {
    INDIVIDUAL,
    PAIR,
    FAMILY,
    GROUP,
    REPORTED_ONLY
}
