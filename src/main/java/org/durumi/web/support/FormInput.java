package org.durumi.web.support;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.identity.session.KeptForms.KeptForm;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Place;

/**
 * What somebody typed into a form, field by field, and what is wrong with it.
 *
 * <p>Each reading method converts one field and notes an error at it; what was typed stays as it was, so that the form can
 * be shown again. After all fields are read, {@link #isValid} says whether the values may be used.
 *
 * <p>A partial date takes the fields x, x.qualifier and x.words; money takes x and x.currency; a place takes x and
 * x.country. A field of several answers has a name that ends in [].
 */
public final class FormInput {
    /** The hidden field with the version of what is changed. */
    public static final String VERSION = "version";
    /** The hidden field with the key that makes a creation happen once. */
    public static final String ONCE = "once";
    /** The hidden field with the name of the kept form that fills this one. */
    public static final String KEPT = "kept";
    /** The hidden field with the secret of the session. */
    public static final String TOKEN = "token";

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,4})?");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{1,4})?");
    private static final int DAY = "2016-09-28".length();
    private static final int LONGEST_PLACE = 80;
    private static final int LONGEST_WORDS = 80;

    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final FormErrors errors = new FormErrors();
    private boolean stale;

    private FormInput() {}

    /** A new form: nothing typed yet, and a fresh key for its one creation. */
    public static FormInput blank() {
        return new FormInput().with(ONCE, UUID.randomUUID().toString());
    }

    public static FormInput of(MultivaluedMap<String, String> fields) {
        FormInput input = new FormInput();
        fields.forEach((field, values) -> input.typed.put(field, List.copyOf(values)));
        return input;
    }

    /** Fills a field in advance. */
    public FormInput with(String field, String value) {
        typed.put(field, List.of(value));
        return this;
    }

    /** Fills a choice in advance. */
    public FormInput with(String field, Enum<?> value) {
        return with(field, value.name());
    }

    /** Fills the three fields of a partial date in advance. */
    public FormInput with(String field, PartialDate date) {
        return with(field, date.typed())
                .with(field + ".qualifier", date.qualifier())
                .with(field + ".words", date.words());
    }

    /** Fills the two fields of an amount in advance. */
    public FormInput with(String field, Money money) {
        return with(field, money.amount().toPlainString())
                .with(field + ".currency", money.currency().getCurrencyCode());
    }

    /** Fills the two fields of a place in advance. */
    public FormInput with(String field, Place place) {
        return with(field, place.name()).with(field + ".country", place.country());
    }

    /** Fills a field of several answers in advance. */
    public FormInput with(String field, Set<? extends Enum<?>> values) {
        typed.put(field, values.stream().map(Enum::name).toList());
        return this;
    }

    /** Fills a field of several identifiers in advance. */
    public FormInput withAll(String field, Collection<?> ids) {
        typed.put(field, ids.stream().map(Object::toString).toList());
        return this;
    }

    /** Fills a single box in advance. */
    public FormInput withTick(String field, boolean ticked) {
        return with(field, ticked ? "yes" : "");
    }

    /** Says which version of the row is being changed. */
    public FormInput withVersion(long version) {
        return with(VERSION, Long.toString(version));
    }

    /** Fills the form with what was typed before its sender had to prove anew who they are. */
    FormInput refill(KeptForm form) {
        typed.keySet().retainAll(Set.of(ONCE, VERSION));
        typed.putAll(form.fields());
        return with(KEPT, form.id().toString());
    }

    /** What was typed, or empty. */
    public String typed(String field) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Whether an answer is chosen, in a field of one or of several answers. */
    public boolean isChosen(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    public boolean has(String field) {
        return typed.containsKey(field);
    }

    public FormErrors errors() {
        return errors;
    }

    /** Whether everything that was read so far is right. */
    public boolean isValid() {
        return errors.isEmpty();
    }

    /** Notes the rule that this form breaks. */
    public void refuse(RuleViolation broken) {
        errors.add(broken);
    }

    /** Notes that somebody else stored another text since this form was opened. */
    public void markStale() {
        stale = true;
        errors.onTop("form.changed-meanwhile");
    }

    /** Whether somebody else stored another text since this form was opened: the page shows both. */
    public boolean isStale() {
        return stale;
    }

    /** One line that must not be blank. */
    public String line(String field, int longest) {
        return required(field, optionalLine(field, longest));
    }

    /** One line, or empty. */
    public String optionalLine(String field, int longest) {
        String text = FormText.line(typed(field));
        return checked(field, text, FormText.isCleanLine(text), longest);
    }

    /** Several lines of at least so many characters. */
    public String lines(String field, int shortest, int longest) {
        String text = required(field, optionalLines(field, longest));
        if (!errors.isAt(field) && FormText.length(text) < shortest) {
            errors.at(field, "form.too-short", shortest);
        }
        return text;
    }

    /** Several lines, or empty. */
    public String optionalLines(String field, int longest) {
        String text = FormText.lines(typed(field));
        return checked(field, text, FormText.isCleanLines(text), longest);
    }

    /** One of the constants; empty with an error if none or an unknown one was chosen. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        Optional<E> chosen = optionalChoice(field, type);
        if (chosen.isEmpty()) {
            errors.at(field, "form.choose");
        }
        return chosen;
    }

    /** One of the constants, or none. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String field, Class<E> type) {
        String name = typed(field);
        Optional<E> chosen = constant(type, name);
        if (chosen.isEmpty() && !name.isEmpty()) {
            errors.at(field, "form.choose");
        }
        return chosen;
    }

    /** Any of the constants. The field's name ends in []. */
    public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String name : typed.getOrDefault(field, List.of())) {
            constant(type, name).ifPresentOrElse(chosen::add, () -> errors.at(field, "form.choose"));
        }
        return chosen;
    }

    /** Yes, no or unknown; unknown if nothing was chosen. */
    public Answer answer(String field) {
        return optionalChoice(field, Answer.class).orElse(Answer.UNKNOWN);
    }

    /** Whether a single box is ticked. */
    public boolean isTicked(String field) {
        return typed(field).equals("yes");
    }

    /** A partial date; unknown if nothing was typed, or with an error. */
    public PartialDate date(String field) {
        PartialDate.Qualifier qualifier = optionalChoice(field + ".qualifier", PartialDate.Qualifier.class)
                .orElse(PartialDate.Qualifier.EXACT);
        String words = optionalLine(field + ".words", LONGEST_WORDS);
        Optional<PartialDate> date = PartialDate.read(typed(field), qualifier);
        if (date.isEmpty()) {
            boolean partOfADay =
                    PartialDate.read(typed(field), PartialDate.Qualifier.EXACT).isPresent();
            errors.at(field, partOfADay ? "form.part-of-a-day" : "form.not-a-date");
        }
        return date.orElse(PartialDate.unknown()).inTheWords(errors.isAt(field + ".words") ? "" : words);
    }

    /** A partial date that must be known. */
    public PartialDate knownDate(String field) {
        PartialDate date = date(field);
        if (!date.isKnown()) {
            errors.at(field, "form.required");
        }
        return date;
    }

    /** A day to the day; empty with an error if none was typed. */
    public Optional<LocalDate> day(String field) {
        if (typed(field).isBlank()) {
            errors.at(field, "form.required");
        }
        return optionalDay(field);
    }

    /** A day to the day, or none. */
    public Optional<LocalDate> optionalDay(String field) {
        String text = typed(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<PartialDate> day =
                text.length() == DAY ? PartialDate.read(text, PartialDate.Qualifier.EXACT) : Optional.empty();
        if (day.isEmpty()) {
            errors.at(field, "form.not-a-day");
        }
        return day.map(PartialDate::earliest);
    }

    /** A whole number; empty with an error if none was typed or it lies outside. */
    public OptionalInt number(String field, int lowest, int highest) {
        if (typed(field).isBlank()) {
            errors.at(field, "form.required");
        }
        return optionalNumber(field, lowest, highest);
    }

    /** A whole number, or none. */
    public OptionalInt optionalNumber(String field, int lowest, int highest) {
        String text = typed(field).strip();
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return OptionalInt.of(number);
            }
            errors.at(field, "form.outside", lowest, highest);
        } catch (NumberFormatException notNumber) {
            errors.at(field, "form.not-a-number");
        }
        return OptionalInt.empty();
    }

    /** An amount in its currency; empty with an error if none was typed. */
    public Optional<Money> money(String field) {
        if (typed(field).isBlank()) {
            errors.at(field, "form.required");
        }
        return optionalMoney(field);
    }

    /** An amount in its currency, or none. Commas between thousands are understood. */
    public Optional<Money> optionalMoney(String field) {
        String amount = typed(field).strip();
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        boolean grouped = GROUPS.matcher(amount).matches();
        if (!grouped && !AMOUNT.matcher(amount).matches()) {
            errors.at(field, "form.not-an-amount");
            return Optional.empty();
        }
        try {
            Currency currency = Currency.getInstance(typed(field + ".currency"));
            return Optional.of(new Money(new BigDecimal(amount.replace(",", "")), currency));
        } catch (IllegalArgumentException noCurrency) {
            errors.at(field, "form.not-a-currency");
        } catch (ArithmeticException tooManyDigits) {
            errors.at(field, "form.too-many-digits");
        }
        return Optional.empty();
    }

    /** A country; empty with an error if none was chosen. */
    public Optional<CountryCode> country(String field) {
        if (typed(field).isBlank()) {
            errors.at(field, "form.choose");
        }
        return optionalCountry(field);
    }

    /** A country, or none. */
    public Optional<CountryCode> optionalCountry(String field) {
        String code = typed(field);
        Optional<CountryCode> country = CountryCode.read(code);
        if (country.isEmpty() && !code.isEmpty()) {
            errors.at(field, "form.choose");
        }
        return country;
    }

    /** A place; unknown if nothing was typed, or with an error. */
    public Place place(String field) {
        String name = optionalLine(field, LONGEST_PLACE);
        String country =
                optionalCountry(field + ".country").map(CountryCode::value).orElse("");
        return errors.isAt(field) ? Place.unknown() : new Place(name, country);
    }

    /** An identifier; empty with an error if none was chosen. */
    public Optional<UUID> id(String field) {
        if (typed(field).isBlank()) {
            errors.at(field, "form.choose");
        }
        return optionalId(field);
    }

    /** An identifier, or none. */
    public Optional<UUID> optionalId(String field) {
        String text = typed(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> id = uuid(text);
        if (id.isEmpty()) {
            errors.at(field, "form.choose");
        }
        return id;
    }

    /** Identifiers; empty with an error if none was chosen. The field's name ends in []. */
    public Set<UUID> ids(String field) {
        Set<UUID> chosen = new LinkedHashSet<>();
        for (String text : typed.getOrDefault(field, List.of())) {
            uuid(text).ifPresentOrElse(chosen::add, () -> errors.at(field, "form.choose"));
        }
        if (chosen.isEmpty()) {
            errors.at(field, "form.choose");
        }
        return chosen;
    }

    /** The version of the row that this form changes; empty with an error on top if somebody took it out of the form. */
    public OptionalLong version() {
        try {
            return OptionalLong.of(Integer.parseInt(typed(VERSION)));
        } catch (NumberFormatException missing) {
            errors.onTop("form.incomplete");
            return OptionalLong.empty();
        }
    }

    /**
     * The key that makes this creation happen once; empty with an error on top if somebody took it out of the form. It
     * changes with what was typed: whoever comes back to a form and sends other words creates another thing, and is not
     * told that something was stored which was not.
     */
    public Optional<UUID> once() {
        Optional<UUID> key = uuid(typed(ONCE));
        if (key.isEmpty()) {
            errors.onTop("form.incomplete");
        }
        return key.map(each -> UUID.nameUUIDFromBytes(content().getBytes(StandardCharsets.UTF_8)));
    }

    /** Everything that was typed, and the form's own key, which nobody can guess. */
    private String content() {
        return new TreeMap<>(typed)
                .entrySet().stream()
                        .filter(each -> !Set.of(TOKEN, KEPT).contains(each.getKey()))
                        .map(each -> each.getKey() + '\0' + String.join("\0", each.getValue()))
                        .collect(Collectors.joining("\0\0"));
    }

    private String required(String field, String text) {
        if (text.isEmpty()) {
            errors.at(field, "form.required");
        }
        return text;
    }

    private String checked(String field, String text, boolean clean, int longest) {
        if (!clean) {
            errors.at(field, "form.characters");
        } else if (FormText.length(text) > longest) {
            errors.at(field, "form.too-long", longest, FormText.length(text));
        }
        return text;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** The name of the kept form that filled this one; empty in the usual case. */
    Optional<UUID> kept() {
        return uuid(typed(KEPT));
    }

    static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notId) {
            return Optional.empty();
        }
    }
}
