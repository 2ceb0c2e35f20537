package org.durumi.costs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Money;
import org.durumi.kernel.Visible;
import org.durumi.route.RouteKind;

/**
 * What one person usually pays on a route.
 *
 * @param origin where the way begins, such as a province; may be empty
 * @param destination the region it leads to; may be empty
 * @param low the lowest usual price
 * @param typical empty if not known; in the currency of the lowest
 * @param high empty if not known; in the currency of the lowest
 * @param upfrontShare how much is usually paid before any service, in per cent; empty if not known
 * @param validUntil the last day on which it holds; empty if it still does
 * @param source where the figure comes from
 */
public record NewNormPrice(
        @NotNull RouteKind route,
        @NotNull @Longest(80) String origin,
        @NotNull @Longest(80) String destination,
        @NotNull Money low,
        @NotNull Optional<Money> typical,
        @NotNull Optional<Money> high,
        @NotNull Optional<@Min(0) @Max(100) Integer> upfrontShare,
        @NotNull LocalDate validFrom,
        @NotNull Optional<LocalDate> validUntil,
        @NotNull @Visible @Longest(200) String source) {
    /** The same with another last day. */
    public NewNormPrice until(Optional<LocalDate> lastDay) {
        return new NewNormPrice(
                route, origin, destination, low, typical, high, upfrontShare, validFrom, lastDay, source);
    }
}
