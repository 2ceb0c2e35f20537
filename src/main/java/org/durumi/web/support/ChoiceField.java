package org.durumi.web.support;

import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.Texts;

/** One constant of an enum. */
record ChoiceField<E extends Enum<?>>(Class<E> type) implements ChosenField<E> {
    @Override
    public Optional<E> find(String value) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst();
    }

    @Override
    public String value(E answer) {
        return answer.name();
    }

    @Override
    public String show(E answer, Texts texts) {
        return texts.text(answer);
    }
}
