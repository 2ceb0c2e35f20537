package org.durumi.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One total per currency, sorted by currency code; currencies are never mixed. Empty if nothing was added. */
public record MoneyTotals(List<Money> lines) {
    public MoneyTotals {
        lines = List.copyOf(lines);
    }

    public static MoneyTotals of(Collection<Money> amounts) {
        Map<String, Money> totals = new TreeMap<>(Comparator.naturalOrder());
        amounts.forEach(each -> totals.merge(each.currency().getCurrencyCode(), each, Money::plus));
        return new MoneyTotals(List.copyOf(totals.values()));
    }
}
