package org.durumi.costs;

/**
 * A quote with its broker, as a page shows it.
 *
 * @param state what became of it by today
 */
public record QuoteLine(Quote quote, Broker broker, QuoteState state) {
    /** Whether it still stands for a price that may be paid. */
    public boolean stands() {
        return state.stands();
    }
}
