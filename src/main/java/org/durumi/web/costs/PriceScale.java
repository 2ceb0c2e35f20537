package org.durumi.web.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.durumi.costs.Norm;
import org.durumi.costs.Quote;
import org.durumi.kernel.Money;

/**
 * Where a price and its norm stand on a bar that begins at nothing.
 *
 * @param price from 0 to {@link #WIDTH}
 * @param low the lowest usual price
 * @param high the highest usual price; as low if it is not known
 */
public record PriceScale(int price, int low, int high) {
    /** The bar's length. */
    public static final int WIDTH = 400;

    private static final BigDecimal MARGIN = new BigDecimal("1.1");

    /** Empty if there is no norm to compare with. */
    public static Optional<PriceScale> of(Quote quote) {
        return quote.norm().map(norm -> of(quote.perPerson(), norm));
    }

    private static PriceScale of(Money price, Norm norm) {
        Money high = norm.high().orElse(norm.low());
        BigDecimal most = price.amount().max(high.amount()).multiply(MARGIN);
        return new PriceScale(at(price, most), at(norm.low(), most), at(high, most));
    }

    private static int at(Money money, BigDecimal most) {
        return money.amount()
                .multiply(BigDecimal.valueOf(WIDTH))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
