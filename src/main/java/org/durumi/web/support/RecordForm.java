package org.durumi.web.support;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Texts;

/**
 * A form that is what a record asks for: each component is a field of the same name, its type says of which kind, {@link
 * Longest} how much fits in. Made once for each record, so that a record that no form can ask for fails before anybody
 * opens its page.
 *
 * @param <N> what the form asks for
 */
public final class RecordForm<N extends Record> {
    private final Constructor<N> constructor;
    private final Map<String, FormPart<?>> parts;

    private RecordForm(Constructor<N> constructor, Map<String, FormPart<?>> parts) {
        this.constructor = constructor;
        this.parts = Collections.unmodifiableMap(parts);
    }

    /**
     * @param labels how the keys of the labels begin: «leg.form» if «leg.form.id-checks» is the label of idChecks
     * @throws IllegalArgumentException if some component has no kind of field
     * @throws java.util.MissingResourceException if some component has no label
     */
    public static <N extends Record> RecordForm<N> of(String labels, Class<N> type) {
        return of(labels, type, Map.of());
    }

    /**
     * @param special the fields of components whose type does not say enough, by their names
     * @throws IllegalArgumentException if some component has no kind of field, or a special one has no component
     * @throws java.util.MissingResourceException if some component has no label
     */
    public static <N extends Record> RecordForm<N> of(String labels, Class<N> type, Map<String, Field<?>> special) {
        Map<String, FormPart<?>> parts = new LinkedHashMap<>();
        for (RecordComponent each : type.getRecordComponents()) {
            Field<?> field = special.containsKey(each.getName()) ? special.get(each.getName()) : FieldKinds.of(each);
            parts.put(each.getName(), FormPart.of(each, labels, field));
        }
        RecordForm<N> form = new RecordForm<>(Reflected.constructor(type), parts);
        special.keySet().forEach(form::part);
        return form;
    }

    /** The same form, which takes one field but never fills it in or shows it: of what is not kept as it was typed. */
    public RecordForm<N> unkept(String component) {
        return with(part(component).unkept());
    }

    /**
     * The same form, which says one field in other words: of an identifier, which means nothing to a reader.
     *
     * @param <T> the type of the component
     */
    @SuppressWarnings("unchecked") // a wrong type is the first thing that a test of the form finds
    public <T> RecordForm<N> saying(String component, Function<T, String> words) {
        return with(((FormPart<T>) part(component)).saying(words));
    }

    /** What was typed; empty if something is missing or wrong. Every field is read, so that all errors are told at once. */
    public Optional<N> read(FormInput input) {
        return read(input, "");
    }

    /** The same of fields whose names begin with a prefix, as in a form about several people. */
    public Optional<N> read(FormInput input, String prefix) {
        List<? extends Optional<?>> values =
                parts().map(each -> each.read(input, prefix)).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(Reflected.create(
                        constructor, values.stream().map(Optional::orElseThrow).toArray()))
                : Optional.empty();
    }

    /** Fills in what is known. */
    public FormInput fill(FormInput input, N known) {
        parts().filter(FormPart::isKept).forEach(each -> each.fill(input, known));
        return input;
    }

    /** What was typed beside what stands, field by field, in the reader's words. */
    public List<Difference> differences(N typed, N standing, Texts texts) {
        return parts().filter(FormPart::isKept)
                .map(each -> each.difference(typed, standing, texts))
                .toList();
    }

    /**
     * How many characters fit into a text.
     *
     * @throws IllegalArgumentException if the record has no text of this name
     */
    public int longest(String component) {
        return part(component)
                .longest()
                .orElseThrow(() -> new IllegalArgumentException(name() + "." + component + " is no text"));
    }

    /** The names of its fields, in their order. */
    public List<String> names() {
        return parts().map(each -> each.name("")).toList();
    }

    private String name() {
        return constructor.getDeclaringClass().getName();
    }

    private Stream<FormPart<?>> parts() {
        return parts.values().stream();
    }

    private FormPart<?> part(String component) {
        return Optional.<FormPart<?>>ofNullable(parts.get(component))
                .orElseThrow(() -> new IllegalArgumentException(name() + " has no " + component));
    }

    private RecordForm<N> with(FormPart<?> part) {
        Map<String, FormPart<?>> others = new LinkedHashMap<>(parts);
        others.put(part.component().getName(), part);
        return new RecordForm<>(constructor, others);
    }
}
