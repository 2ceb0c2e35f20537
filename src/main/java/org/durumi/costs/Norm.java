package org.durumi.costs;

import java.util.Objects;
import java.util.Optional;
import org.durumi.kernel.Money;

/**
 * The usual price of one person on a route, as it was when a quote was compared with it.
 *
 * @param low the lowest usual price
 * @param high the highest usual price; absent if only the lowest is known
 */
public record Norm(Money low, Optional<Money> high) {
    /** Below this share of the low norm a price is a warning: fraud, a trap or inexperience (domain, rule R09). */
    private static final int TOO_LOW_PERCENT = 50;
    /** Above this share of the high norm a price is a warning (domain, rule R09). */
    private static final int TOO_HIGH_PERCENT = 200;

    /** @throws IllegalArgumentException if the low norm is zero, or the high one is lower or in another currency */
    public Norm {
        Objects.requireNonNull(low, "low");
        if (low.amount().signum() == 0
                || high.filter(highest -> highest.compareTo(low) < 0).isPresent()) {
            throw new IllegalArgumentException("not a norm");
        }
    }

    /** Whether the norm can be compared with a price at all: never across currencies. */
    public boolean isComparableWith(Money perPerson) {
        return low.currency().equals(perPerson.currency());
    }

    /** How far a price lies from the low norm, in whole per cent: −75 for 2.5 million against 10 million. */
    public int deviationOf(Money perPerson) {
        return perPerson.deviationInPercentFrom(low);
    }

    /** Whether a price is below half of the low norm: compared as it was asked, never by a rounded share. */
    public boolean isTooLow(AskedPrice asked) {
        return asked.total().isBelowPercentOf(TOO_LOW_PERCENT, low.times(asked.persons()));
    }

    /** Whether a price is above twice the high norm, compared in the same way; never if the high norm is not known. */
    public boolean isTooHigh(AskedPrice asked) {
        return high.filter(highest -> asked.total().isAbovePercentOf(TOO_HIGH_PERCENT, highest.times(asked.persons())))
                .isPresent();
    }
}
