package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.Texts;

/** The whole number of a case, as somebody was told it. Whether there is such a case, it does not say. */
record CaseNumberField() implements Field<CaseNumber> {
    @Override
    public Optional<CaseNumber> read(FormInput input, String name) {
        String typed = input.typed(name);
        if (typed.isBlank()) {
            return input.refuse(name, "form.required");
        }
        return CaseNumberEnd.read(typed)
                .flatMap(each -> CaseNumber.read(each.value()))
                .or(() -> input.refuse(name, "form.case-number"));
    }

    @Override
    public void fill(FormInput input, String name, CaseNumber number) {
        input.with(name, number.value());
    }

    @Override
    public String show(CaseNumber number, Texts texts) {
        return number.value();
    }
}
