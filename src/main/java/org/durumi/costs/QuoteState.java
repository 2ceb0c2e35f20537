package org.durumi.costs;

/** What became of a quote. */
public enum QuoteState {
    OPEN,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    /** The same quote was compared with another norm. */
    REPLACED;

    /** Whether the quote still stands for a price that may be paid. */
    public boolean stands() {
        return this == OPEN || this == ACCEPTED;
    }
}
