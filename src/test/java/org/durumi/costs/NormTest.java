package org.durumi.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.durumi.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormTest {
    private static final Norm LAND_VIA_CHINA = new Norm(won(10_000_000), Optional.empty());
    private static final Norm WITH_HIGH = new Norm(won(10_000_000), Optional.of(won(15_000_000)));

    @ParameterizedTest(name = "{0} won lie {1} % from 10 million")
    @CsvSource({"2500000, -75", "10000000, 0", "15000000, 50", "0, -100", "9949999, -1", "9950001, 0"})
    void the_deviation_is_taken_from_the_low_norm(int amount, int percent) {
        assertEquals(percent, LAND_VIA_CHINA.deviationOf(won(amount)));
    }

    @Test
    void below_half_is_too_low_and_exactly_half_is_not() {
        assertTrue(LAND_VIA_CHINA.isTooLow(asked(4_999_999)));
        assertFalse(LAND_VIA_CHINA.isTooLow(asked(5_000_000)));
    }

    @Test
    void above_twice_the_high_is_too_high_and_exactly_twice_is_not() {
        assertTrue(WITH_HIGH.isTooHigh(asked(30_000_001)));
        assertFalse(WITH_HIGH.isTooHigh(asked(30_000_000)));
    }

    @Test
    void without_a_high_norm_nothing_is_too_high() {
        assertFalse(LAND_VIA_CHINA.isTooHigh(asked(1_000_000_000)));
    }

    @Test
    void a_norm_is_not_compared_across_currencies() {
        assertFalse(LAND_VIA_CHINA.isComparableWith(Money.of("1916", "USD")));
        assertTrue(LAND_VIA_CHINA.isComparableWith(won(1)));
    }

    @Test
    void a_high_norm_below_the_low_one_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Norm(won(2), Optional.of(won(1))));
        assertThrows(IllegalArgumentException.class, () -> new Norm(won(0), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Norm(won(2), Optional.of(Money.of("3", "USD"))));
    }

    @Test
    void a_total_is_shared_by_all_persons() {
        AskedPrice asked = new AskedPrice(won(5_000_000), PriceBasis.TOTAL, 2);

        assertEquals(won(2_500_000), asked.perPerson());
        assertEquals(won(5_000_000), asked.total());
    }

    @Test
    void a_price_per_person_adds_up() {
        AskedPrice asked = new AskedPrice(won(2_500_000), PriceBasis.PER_PERSON, 2);

        assertEquals(won(2_500_000), asked.perPerson());
        assertEquals(won(5_000_000), asked.total());
    }

    @Test
    void a_price_for_nobody_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new AskedPrice(won(1), PriceBasis.TOTAL, 0));
    }

    private static Money won(int amount) {
        return Money.of(Integer.toString(amount), "KRW");
    }

    private static AskedPrice asked(int won) {
        return new AskedPrice(won(won), PriceBasis.PER_PERSON, 2);
    }
}
