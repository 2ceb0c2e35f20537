package org.durumi.web.support;

import java.lang.reflect.RecordComponent;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Texts;

/**
 * One component of a record as a form asks for it.
 *
 * @param label the key of the field's name
 * @param isKept whether what was typed is filled in and shown again
 * @param words how a reader says its value
 */
record FormPart<T>(
        RecordComponent component, String label, Field<T> field, boolean isKept, BiFunction<T, Texts, String> words) {

    /** @throws java.util.MissingResourceException if it has no label */
    static <T> FormPart<T> of(RecordComponent component, String labels, Field<T> field) {
        String label = labels + "." + hyphenated(component.getName());
        for (Locale language : Texts.LANGUAGES) {
            new Texts(language, ZoneOffset.UTC).text(label);
        }
        return new FormPart<>(component, label, field, true, field::show);
    }

    FormPart<T> unkept() {
        return new FormPart<>(component, label, field, false, words);
    }

    FormPart<T> saying(Function<T, String> others) {
        return new FormPart<>(component, label, field, isKept, (value, texts) -> others.apply(value));
    }

    String name(String prefix) {
        return field.named(prefix + component.getName());
    }

    Optional<T> read(FormInput input, String prefix) {
        return field.read(input, name(prefix));
    }

    void fill(FormInput input, Record known) {
        field.fill(input, name(""), value(known));
    }

    Difference difference(Record typed, Record standing, Texts texts) {
        return new Difference(label, words.apply(value(typed), texts), words.apply(value(standing), texts));
    }

    /** How many characters fit in; empty if it is no text. */
    Optional<Integer> longest() {
        return Optional.ofNullable(component.getAccessor().getAnnotation(Longest.class))
                .map(Longest::value);
    }

    @SuppressWarnings("unchecked") // the field was found by the type of the component
    private T value(Record row) {
        return (T) Reflected.value(row, component);
    }

    /** From «idChecks» to «id-checks», as keys are written. */
    private static String hyphenated(String name) {
        return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
