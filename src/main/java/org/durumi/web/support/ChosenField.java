package org.durumi.web.support;

import java.util.Optional;

/**
 * A field whose answer is chosen from a list: each answer has a value that the form sends.
 *
 * @param <T> what an answer stands for
 */
interface ChosenField<T> extends Field<T> {
    /** What a value stands for; empty if it was never offered. */
    Optional<T> find(String value);

    /** The value that the form sends for it. */
    String value(T answer);

    @Override
    default Optional<T> read(FormInput input, String name) {
        return find(input.typed(name)).or(() -> input.refuse(name, "form.choose"));
    }

    @Override
    default void fill(FormInput input, String name, T answer) {
        input.with(name, value(answer));
    }
}
