package org.durumi.cases;

/** How somebody answered, or that they could not be asked. */
public enum ConsentForm {
    WRITTEN,
    SPOKEN,
    RECORDED,
    BY_GUARDIAN,
    IMPOSSIBLE,
    /** Asked, and said no. */
    REFUSED
}
