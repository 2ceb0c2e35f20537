package org.durumi.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.costs.Vetting;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Money;
import org.durumi.route.Means;

/** How the inputs of a finding are stored: one short text each, which says its kind and its value. */
final class Inputs {
    private static final List<Class<? extends Enum<?>>> ENUMS = List.of(GoalKnown.class, Vetting.class, Means.class);

    private Inputs() {}

    static List<String> write(List<Object> inputs) {
        return inputs.stream().map(Inputs::write).toList();
    }

    static List<Object> read(List<String> stored) {
        return stored.stream().map(Inputs::read).toList();
    }

    private static String write(Object input) {
        if (input instanceof Integer number) {
            return "number:" + number;
        } else if (input instanceof CountryCode country) {
            return "country:" + country;
        } else if (input instanceof Instant moment) {
            return "moment:" + moment;
        } else if (input instanceof Money money) {
            return "money:" + money.currency().getCurrencyCode()
                    + money.amount().toPlainString();
        } else if (input instanceof Enum<?> constant && ENUMS.contains(constant.getDeclaringClass())) {
            return constant.getDeclaringClass().getSimpleName() + ":" + constant.name();
        }
        throw new IllegalArgumentException("not an input: " + input.getClass());
    }

    private static Object read(String stored) {
        int colon = stored.indexOf(':');
        String kind = stored.substring(0, colon);
        String value = stored.substring(colon + 1);
        return switch (kind) {
            case "number" -> Integer.valueOf(value);
            case "country" -> new CountryCode(value);
            case "moment" -> Instant.parse(value);
            case "money" -> new Money(new BigDecimal(value.substring(3)), Currency.getInstance(value.substring(0, 3)));
            default -> constant(kind, value);
        };
    }

    private static Object constant(String kind, String name) {
        return ENUMS.stream()
                .filter(each -> each.getSimpleName().equals(kind))
                .flatMap(each -> Stream.of(each.getEnumConstants()))
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not an input: " + kind));
    }
}
