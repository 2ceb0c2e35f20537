package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Texts;

/** Yes, no or unknown. Who does not answer does not know. */
record AnswerField() implements Field<Answer> {
    private static final Field<Answer> CHOICE = new ChoiceField<>(Answer.class);

    @Override
    public Optional<Answer> read(FormInput input, String name) {
        return input.typed(name).isBlank() ? Optional.of(Answer.UNKNOWN) : CHOICE.read(input, name);
    }

    @Override
    public void fill(FormInput input, String name, Answer value) {
        CHOICE.fill(input, name, value);
    }

    @Override
    public String show(Answer value, Texts texts) {
        return CHOICE.show(value, texts);
    }
}
