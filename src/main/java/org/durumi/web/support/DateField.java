package org.durumi.web.support;

import java.util.List;
import java.util.Optional;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.Texts;

/** A date as precisely as it is known, and the words of the source. */
record DateField() implements Field<PartialDate> {
    private static final Field<Optional<Qualifier>> QUALIFIER = new ChoiceField<>(Qualifier.class).optional();
    private static final Field<String> WORDS = Field.optionalLine(PartialDate.LONGEST_WORDS);

    @Override
    public Optional<PartialDate> read(FormInput input, String name) {
        Optional<Optional<Qualifier>> qualifier = QUALIFIER.read(input, name + ".qualifier");
        Optional<String> words = WORDS.read(input, name + ".words");
        String typed = input.typed(name);
        Optional<PartialDate> date =
                PartialDate.read(typed, qualifier.flatMap(each -> each).orElse(Qualifier.EXACT));
        List<PartialDate> readings = PartialDate.readings(typed);
        if (readings.size() > 1) {
            return input.refuse(
                    name,
                    "form.two-days",
                    readings.get(0).typed(),
                    readings.get(1).typed());
        } else if (date.isEmpty()) {
            boolean partOfADay = PartialDate.read(typed, Qualifier.EXACT).isPresent();
            return input.refuse(name, partOfADay ? "form.part-of-a-day" : "form.not-a-date");
        }
        return qualifier.isEmpty() ? Optional.empty() : words.map(date.get()::inTheWords);
    }

    @Override
    public void fill(FormInput input, String name, PartialDate date) {
        input.with(name, date.typed())
                .with(name + ".qualifier", date.qualifier())
                .with(name + ".words", date.words());
    }

    @Override
    public String show(PartialDate date, Texts texts) {
        return date.words().isEmpty() ? texts.date(date) : texts.text("form.date.said", date, date.words());
    }
}
