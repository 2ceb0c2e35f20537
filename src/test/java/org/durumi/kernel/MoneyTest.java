package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Money USUAL = Money.of("10000000", "KRW");
    private static final Money OFFERED = Money.of("2500000", "KRW");

    @Test
    void an_amount_has_exactly_the_digits_of_its_currency() {
        assertEquals(Money.of("1916.00", "USD"), Money.of("1916", "USD"));
        assertThrows(ArithmeticException.class, () -> Money.of("2500000.5", "KRW"));
        assertThrows(ArithmeticException.class, () -> Money.of("1916.001", "USD"));
    }

    @Test
    void an_amount_is_never_negative() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("-1", "KRW"));
    }

    @Test
    void nobody_pays_in_gold_or_in_no_currency() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("10", "XAU"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("10", "XXX"));
    }

    @Test
    void currencies_are_never_mixed() {
        Money dollars = Money.of("1916", "USD");

        assertThrows(IllegalArgumentException.class, () -> OFFERED.plus(dollars));
        assertThrows(IllegalArgumentException.class, () -> OFFERED.compareTo(dollars));
        assertThrows(IllegalArgumentException.class, () -> OFFERED.deviationInPercentFrom(dollars));
        assertThrows(IllegalArgumentException.class, () -> OFFERED.isBelowPercentOf(50, dollars));
    }

    @ParameterizedTest
    @CsvSource({"2500000, -75", "10000000, 0", "5000000, -50", "4949999, -51", "20050000, 101", "1, -100"})
    void a_deviation_is_in_whole_per_cent_of_the_norm(String amount, int percent) {
        assertEquals(percent, Money.of(amount, "KRW").deviationInPercentFrom(USUAL));
    }

    @Test
    void a_deviation_beyond_all_numbers_is_the_largest() {
        assertEquals(
                Integer.MAX_VALUE, Money.of("9999999999999", "KRW").deviationInPercentFrom(Money.of("1000", "KRW")));
    }

    @Test
    void half_the_norm_is_not_below_half_of_it() {
        assertFalse(Money.of("5000000", "KRW").isBelowPercentOf(50, USUAL));
        assertTrue(Money.of("4999999", "KRW").isBelowPercentOf(50, USUAL));
        assertFalse(Money.of("20000000", "KRW").isAbovePercentOf(200, USUAL));
        assertTrue(Money.of("20000001", "KRW").isAbovePercentOf(200, USUAL));
    }

    @Test
    void a_total_is_shared_equally() {
        assertEquals(Money.of("1250000", "KRW"), OFFERED.sharedBy(2));
        assertEquals(Money.of("833333", "KRW"), OFFERED.sharedBy(3));
        assertThrows(ArithmeticException.class, () -> OFFERED.sharedBy(0));
    }

    @Test
    void totals_keep_one_line_for_each_currency() {
        MoneyTotals totals = MoneyTotals.of(List.of(USUAL, Money.of("200", "USD"), OFFERED));

        assertEquals(List.of(Money.of("12500000", "KRW"), Money.of("200", "USD")), totals.lines());
        assertEquals(List.of(), MoneyTotals.of(List.of()).lines());
    }
}
