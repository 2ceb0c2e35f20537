package org.durumi.web.list;

import java.util.Optional;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** A case number or the end of one, as people type it. */
record NumberField() implements Field<CaseNumberEnd> {
    @Override
    public Optional<CaseNumberEnd> read(FormInput input, String name) {
        String typed = input.typed(name);
        if (typed.isBlank()) {
            return input.refuse(name, "form.required");
        }
        return CaseNumberEnd.read(typed).or(() -> input.refuse(name, "cases.find.none"));
    }

    @Override
    public void fill(FormInput input, String name, CaseNumberEnd end) {
        input.with(name, end.value());
    }

    @Override
    public String show(CaseNumberEnd end, Texts texts) {
        return end.value();
    }
}
