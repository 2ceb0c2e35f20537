package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.Samples;
import org.junit.jupiter.api.Test;

/** What holds for every amount of money. */
class MoneyLawsTest {
    @Test
    void a_total_is_exact_and_does_not_ask_in_which_order_it_was_added() {
        Samples.each(samples -> {
            List<Money> amounts = samples.upTo(12, () -> any(samples));
            List<Money> turned = new ArrayList<>(amounts);
            Collections.reverse(turned);
            MoneyTotals totals = MoneyTotals.of(amounts);

            assertEquals(totals, MoneyTotals.of(turned));
            assertEquals(
                    amounts.stream()
                            .map(each -> each.currency().getCurrencyCode())
                            .distinct()
                            .sorted()
                            .toList(),
                    totals.lines().stream()
                            .map(each -> each.currency().getCurrencyCode())
                            .toList());
            totals.lines().forEach(total -> assertEquals(sum(amounts, total.currency()), total.amount()));
        });
    }

    @Test
    void equal_shares_make_the_amount_again_but_for_the_rounding() {
        Samples.each(samples -> {
            Money amount = any(samples);
            int shares = samples.between(1, 9);
            BigDecimal lost = amount.sharedBy(shares)
                    .times(shares)
                    .amount()
                    .subtract(amount.amount())
                    .abs();
            BigDecimal halves = BigDecimal.valueOf(shares, amount.amount().scale());

            assertTrue(lost.multiply(BigDecimal.TWO).compareTo(halves) <= 0, () -> amount + " by " + shares);
        });
    }

    @Test
    void an_amount_is_below_above_or_exactly_the_per_cent_of_another() {
        Samples.each(samples -> {
            String currency = currency(samples);
            Money amount = in(samples, currency);
            Money norm = in(samples, currency).plus(Money.of("1", currency));
            int percent = samples.between(0, 300);
            boolean exactly = amount.times(100).equals(norm.times(percent));

            assertEquals(
                    1,
                    Stream.of(amount.isBelowPercentOf(percent, norm), amount.isAbovePercentOf(percent, norm), exactly)
                            .filter(each -> each)
                            .count());
            assertEquals(amount.isBelowPercentOf(100, norm), amount.compareTo(norm) < 0);
            assertFalse(amount.deviationInPercentFrom(norm) > 0 && amount.compareTo(norm) < 0);
            assertFalse(amount.deviationInPercentFrom(norm) < 0 && amount.compareTo(norm) > 0);
            assertEquals(0, norm.deviationInPercentFrom(norm));
        });
    }

    private static BigDecimal sum(List<Money> amounts, Currency currency) {
        return amounts.stream()
                .filter(each -> each.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal::add)
                .orElseThrow();
    }

    private static Money any(Samples samples) {
        return in(samples, currency(samples));
    }

    private static String currency(Samples samples) {
        return samples.of("KRW", "CNY", "USD", "KWD");
    }

    private static Money in(Samples samples, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal amount =
                BigDecimal.valueOf(samples.between(0, samples.of(10, 5_000, Integer.MAX_VALUE - 1)), digits);
        return new Money(amount, Currency.getInstance(currency));
    }
}
