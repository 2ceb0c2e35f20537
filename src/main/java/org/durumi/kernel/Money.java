package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money in one currency, zero or more. It is exact and never without its currency.
 *
 * @param amount in major units (won, yuan, dollar), with exactly the digits that ISO 4217 gives the currency
 * @param currency the ISO 4217 currency
 */
@Embeddable
public record Money(BigDecimal amount, Currency currency) implements Serializable, Comparable<Money> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
    /** Of what somebody asks or pays: a table has room for thirteen digits. */
    private static final BigDecimal TOO_MUCH = new BigDecimal("10000000000000");

    /**
     * @throws ArithmeticException if the amount has more digits than the currency
     * @throws IllegalArgumentException if the amount is negative or nobody pays in the currency, such as gold or «none»
     */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("not a currency to pay in");
        }
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("negative amount");
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Whether it can be recorded: below ten trillion, whatever the currency. */
    public boolean isRecordable() {
        return amount.compareTo(TOO_MUCH) < 0;
    }

    /** @throws IllegalArgumentException if the currencies differ; convert explicitly, never silently */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * How far this amount lies from a norm, in whole per cent, rounded half up: −75 for a quarter of the norm. Beyond what
     * a number holds, it is the largest.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the norm is zero
     */
    public int deviationInPercentFrom(Money norm) {
        requireSameCurrency(norm);
        return amount.subtract(norm.amount)
                .multiply(HUNDRED)
                .divide(norm.amount, 0, RoundingMode.HALF_UP)
                .min(LARGEST)
                .intValueExact();
    }

    /**
     * Whether this amount is less than so many per cent of another.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public boolean isBelowPercentOf(int percent, Money other) {
        requireSameCurrency(other);
        return amount.multiply(HUNDRED).compareTo(other.amount.multiply(BigDecimal.valueOf(percent))) < 0;
    }

    /**
     * Whether this amount is more than so many per cent of another.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public boolean isAbovePercentOf(int percent, Money other) {
        requireSameCurrency(other);
        return amount.multiply(HUNDRED).compareTo(other.amount.multiply(BigDecimal.valueOf(percent))) > 0;
    }

    /**
     * Shares the amount equally, rounded half up to the currency's digits.
     *
     * @throws ArithmeticException if the number of shares is zero
     */
    public Money sharedBy(int shares) {
        int digits = currency.getDefaultFractionDigits();
        return new Money(amount.divide(BigDecimal.valueOf(shares), digits, RoundingMode.HALF_UP), currency);
    }

    /** @throws IllegalArgumentException if the factor is negative */
    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("different currencies: " + currency + " and " + other.currency);
        }
    }
}
