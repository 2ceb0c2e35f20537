package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Texts;
import org.durumi.kernel.VisibleText;

/** A field that may be left blank. */
record OptionalField<T>(Field<T> kind) implements Field<Optional<T>> {
    @Override
    @SuppressWarnings("OptionalMapToOptional") // Blank is an answer too; none is not.
    public Optional<Optional<T>> read(FormInput input, String name) {
        return VisibleText.isEmpty(input.typed(name))
                ? Optional.of(Optional.empty())
                : kind.read(input, name).map(Optional::of);
    }

    @Override
    public void fill(FormInput input, String name, Optional<T> value) {
        value.ifPresent(each -> kind.fill(input, name, each));
    }

    /** What is missing here is what a reader should ask for. */
    @Override
    public String show(Optional<T> value, Texts texts) {
        return value.map(each -> kind.show(each, texts)).orElse(texts.text(Answer.UNKNOWN));
    }

    @Override
    public String named(String component) {
        return kind.named(component);
    }
}
