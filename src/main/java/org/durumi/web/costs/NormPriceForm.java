package org.durumi.web.costs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.durumi.costs.NewNormPrice;
import org.durumi.kernel.Money;
import org.durumi.route.RouteKind;
import org.durumi.web.support.FormInput;

/** The fields of a norm price. */
final class NormPriceForm {
    private static final int LONGEST_REGION = 80;
    private static final int LONGEST_SOURCE = 200;
    private static final int WHOLE = 100;

    private NormPriceForm() {}

    /** One currency is chosen, next to the lowest price; the others follow it. */
    static FormInput blank() {
        return FormInput.blank().with("low.currency", "KRW");
    }

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewNormPrice> read(FormInput input) {
        String currency = input.typed("low.currency");
        input.with("typical.currency", currency).with("high.currency", currency);
        Optional<RouteKind> route = input.choice("route", RouteKind.class);
        String origin = input.optionalLine("origin", LONGEST_REGION);
        String destination = input.optionalLine("destination", LONGEST_REGION);
        Optional<Money> low = input.money("low");
        Optional<Money> typical = input.optionalMoney("typical");
        Optional<Money> high = input.optionalMoney("high");
        Optional<Integer> upfront = share(input);
        Optional<LocalDate> from = input.day("validFrom");
        Optional<LocalDate> until = input.optionalDay("validUntil");
        String source = input.line("source", LONGEST_SOURCE);
        return input.isValid()
                ? Optional.of(new NewNormPrice(
                        route.orElseThrow(),
                        origin,
                        destination,
                        low.orElseThrow(),
                        typical,
                        high,
                        upfront,
                        from.orElseThrow(),
                        until,
                        source))
                : Optional.empty();
    }

    /** The share that is paid before any service, in per cent; empty if not known. */
    static Optional<Integer> share(FormInput input) {
        OptionalInt share = input.optionalNumber("upfrontShare", 0, WHOLE);
        return share.isPresent() ? Optional.of(share.getAsInt()) : Optional.empty();
    }
}
