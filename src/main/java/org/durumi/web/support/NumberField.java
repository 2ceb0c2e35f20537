package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.Texts;

/** A whole number between two others, which are allowed too. */
record NumberField(int lowest, int highest) implements Field<Integer> {
    @Override
    public Optional<Integer> read(FormInput input, String name) {
        String typed = input.typed(name).strip();
        if (typed.isEmpty()) {
            return input.refuse(name, "form.required");
        }
        try {
            int number = Integer.parseInt(typed);
            return number >= lowest && number <= highest
                    ? Optional.of(number)
                    : input.refuse(name, "form.outside", lowest, highest);
        } catch (NumberFormatException notNumber) {
            return input.refuse(name, "form.not-a-number");
        }
    }

    @Override
    public void fill(FormInput input, String name, Integer number) {
        input.with(name, number.toString());
    }

    @Override
    public String show(Integer number, Texts texts) {
        return number.toString();
    }
}
