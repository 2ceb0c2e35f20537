package org.durumi.web.support;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Texts;

/**
 * One answer that a reader can choose.
 *
 * @param value what the form sends
 * @param label what the reader sees
 */
public record Choice(String value, String label) {
    /** The countries on the way, in the order of the way; every other country follows by name. */
    private static final List<String> ON_THE_WAY =
            List.of("KP", "CN", "MN", "RU", "VN", "LA", "MM", "KH", "TH", "KR", "JP", "US");

    private static final List<String> CURRENCIES =
            List.of("KRW", "CNY", "USD", "THB", "LAK", "VND", "RUB", "JPY", "EUR");

    private static final Map<Locale, List<Choice>> COUNTRIES = new ConcurrentHashMap<>();

    /** The constants in the reader's words. */
    public static List<Choice> of(Texts texts, Enum<?>... constants) {
        return Stream.of(constants)
                .map(each -> new Choice(each.name(), texts.text(each)))
                .toList();
    }

    /** The constants in the reader's words, in their own order. */
    public static List<Choice> of(Texts texts, Set<? extends Enum<?>> constants) {
        return of(texts, constants.toArray(Enum<?>[]::new));
    }

    /** What the reader sees of a value; empty if it cannot be chosen. */
    public static String labelOf(List<Choice> choices, String value) {
        return choices.stream()
                .filter(each -> each.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    /** Every country, those on the way first. */
    public static List<Choice> countries(Texts texts) {
        return COUNTRIES.computeIfAbsent(texts.language(), language -> sortedCountries(texts));
    }

    /** Some of the countries, in the order of all. */
    public static List<Choice> countries(Texts texts, Collection<CountryCode> some) {
        return countries(texts).stream().filter(each -> isOf(some, each)).toList();
    }

    /** The other countries, in the order of all. */
    public static List<Choice> countriesBut(Texts texts, Collection<CountryCode> some) {
        return countries(texts).stream().filter(each -> !isOf(some, each)).toList();
    }

    private static boolean isOf(Collection<CountryCode> some, Choice country) {
        return some.contains(new CountryCode(country.value()));
    }

    private static List<Choice> sortedCountries(Texts texts) {
        Comparator<Choice> byName = Comparator.comparing(Choice::label, Collator.getInstance(texts.language()));
        Stream<Choice> first = ON_THE_WAY.stream().map(code -> country(texts, code));
        Stream<Choice> others = Stream.of(Locale.getISOCountries())
                .filter(code -> !ON_THE_WAY.contains(code))
                .map(code -> country(texts, code))
                .sorted(byName);
        return Stream.concat(first, others).toList();
    }

    /** The currencies in which escapes are paid. */
    public static List<Choice> currencies() {
        return CURRENCIES.stream().map(code -> new Choice(code, code)).toList();
    }

    private static Choice country(Texts texts, String code) {
        return new Choice(code, texts.country(new CountryCode(code)));
    }
}
