package org.durumi.cases;

/** How urgent the team takes a case, besides its risk. */
public enum Priority {
    NORMAL,
    URGENT
}
