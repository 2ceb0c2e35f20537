package org.durumi.costs;

import java.util.Objects;
import org.durumi.kernel.Money;

/**
 * What a broker asks.
 *
 * @param amount the amount as the broker named it
 * @param basis whether that is for each person or for all
 * @param persons for how many persons, at least one
 */
public record AskedPrice(Money amount, PriceBasis basis, int persons) {
    /** @throws IllegalArgumentException if there is nobody to pay for */
    public AskedPrice {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(basis, "basis");
        if (persons < 1) {
            throw new IllegalArgumentException("no persons");
        }
    }

    /** The price of one person, rounded half up to the currency's digits. */
    public Money perPerson() {
        return basis == PriceBasis.TOTAL ? amount.sharedBy(persons) : amount;
    }

    /** The price of all. */
    public Money total() {
        return basis == PriceBasis.TOTAL ? amount : amount.times(persons);
    }
}
