package org.durumi.risk;

import org.durumi.approval.WaiverSubject;

/** What a finding forbids until a supervisor waives it. */
public enum Block {
    /** A planned departure. One that has already happened is recorded all the same. */
    DEPARTURE,
    /** Accepting a quote. */
    QUOTE;

    /** What a waiver of it is about. */
    WaiverSubject waived() {
        return this == DEPARTURE ? WaiverSubject.DEPARTURE : WaiverSubject.QUOTE;
    }
}
