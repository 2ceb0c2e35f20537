package org.durumi.web.support;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.Texts;

/**
 * Any of the answers of a list. The field's name ends in [].
 *
 * @param kind of each answer
 * @param needed whether at least one must be chosen
 * @param everywhere its name in every form; empty if each form has a name of its own for it
 */
record SeveralField<T>(ChosenField<T> kind, boolean needed, String everywhere) implements Field<Set<T>> {
    SeveralField(ChosenField<T> kind, boolean needed) {
        this(kind, needed, "");
    }

    @Override
    public Optional<Set<T>> read(FormInput input, String name) {
        Set<T> chosen = new LinkedHashSet<>();
        for (String value : input.answers(name)) {
            Optional<T> answer = kind.find(value);
            if (answer.isEmpty()) {
                return input.refuse(name, "form.choose");
            }
            chosen.add(answer.get());
        }
        return needed && chosen.isEmpty() ? input.refuse(name, "form.choose") : Optional.of(chosen);
    }

    @Override
    public void fill(FormInput input, String name, Set<T> value) {
        input.with(name, value.stream().map(kind::value).toList());
    }

    @Override
    public String show(Set<T> value, Texts texts) {
        return value.stream().map(each -> kind.show(each, texts)).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String named(String component) {
        return everywhere.isEmpty() ? component + "[]" : everywhere;
    }
}
