package org.durumi.web.support;

import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.Precision;
import org.durumi.kernel.Texts;

/** A day to the day. */
record DayField() implements Field<LocalDate> {
    @Override
    public Optional<LocalDate> read(FormInput input, String name) {
        String typed = input.typed(name).strip();
        if (typed.isEmpty()) {
            return input.refuse(name, "form.required");
        }
        Optional<PartialDate> day =
                PartialDate.read(typed, Qualifier.EXACT).filter(date -> date.precision() == Precision.DAY);
        return day.map(PartialDate::earliest).or(() -> input.refuse(name, "form.not-a-day"));
    }

    @Override
    public void fill(FormInput input, String name, LocalDate day) {
        input.with(name, day.toString());
    }

    @Override
    public String show(LocalDate day, Texts texts) {
        return texts.day(day);
    }
}
