package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.Texts;

/** A single box, ticked or not. */
record TickField() implements Field<Boolean> {
    @Override
    public Optional<Boolean> read(FormInput input, String name) {
        return Optional.of(input.isTicked(name));
    }

    @Override
    public void fill(FormInput input, String name, Boolean ticked) {
        input.with(name, ticked ? FormInput.TICKED : "");
    }

    @Override
    public String show(Boolean ticked, Texts texts) {
        return texts.text(ticked ? "common.yes" : "common.no");
    }
}
