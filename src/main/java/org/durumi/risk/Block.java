package org.durumi.risk;

/** What a finding forbids until a supervisor waives it. */
public enum Block {
    /** A planned departure. One that has already happened is recorded all the same. */
    DEPARTURE,
    /** Accepting a quote. */
    QUOTE
}
