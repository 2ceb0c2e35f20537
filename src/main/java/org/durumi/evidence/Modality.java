package org.durumi.evidence;

/** How a source says what it claims. */
public enum Modality {
    ASSERTED,
    QUOTED,
    SUSPECTED,
    INFERRED,
    FORECAST
}
