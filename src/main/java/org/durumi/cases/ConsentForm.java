package org.durumi.cases;

/** How somebody agreed, or that they could not be asked. */
public enum ConsentForm {
    WRITTEN,
    SPOKEN,
    RECORDED,
    BY_GUARDIAN,
    IMPOSSIBLE
}
