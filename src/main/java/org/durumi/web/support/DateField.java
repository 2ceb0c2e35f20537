package org.durumi.web.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.Texts;

/** A date as precisely as it is known, the words of the source, and the day on which those were said. */
record DateField() implements Field<PartialDate> {
    private static final Field<Optional<Qualifier>> QUALIFIER = new ChoiceField<>(Qualifier.class).optional();
    private static final Field<String> WORDS = Field.optionalLine(PartialDate.LONGEST_WORDS);
    private static final Field<LocalDate> SAID_ON = Field.day();

    /** What was typed beside the date. */
    private record Beside(Qualifier qualifier, String words, Optional<LocalDate> saidOn) {
        Optional<PartialDate> read(String text) {
            return PartialDate.read(text, qualifier, saidOn);
        }
    }

    @Override
    public Optional<PartialDate> read(FormInput input, String name) {
        String saidOn = name + ".said";
        Optional<Optional<Qualifier>> qualifier = QUALIFIER.read(input, name + ".qualifier");
        Optional<String> words = WORDS.read(input, name + ".words");
        Optional<LocalDate> said = input.readIfTyped(saidOn, SAID_ON);
        if (qualifier.isEmpty() || words.isEmpty() || !input.typed(saidOn).isBlank() && said.isEmpty()) {
            return Optional.empty();
        }
        Beside beside = new Beside(qualifier.get().orElse(Qualifier.EXACT), words.get(), said);
        String typed = input.typed(name);
        if (PartialDate.isRelative(typed)) {
            return relative(input, name, beside);
        } else if (said.isPresent() && beside.words().isEmpty()) {
            return input.refuse(saidOn, "form.date.said-what");
        }
        Optional<PartialDate> meant = beside.read(beside.words()).filter(PartialDate::isKnown);
        Optional<PartialDate> date =
                typed.isBlank() && said.isPresent() && meant.isPresent() ? meant : beside.read(typed);
        if (date.isEmpty()) {
            return refused(input, name, beside.saidOn());
        } else if (said.isPresent() && meant.isPresent() && !meant.get().agreesWith(date.get())) {
            return input.refuse(name, "form.date.words-disagree", said.get(), meant.get());
        }
        return date.map(each -> each.inTheWords(beside.words()).said(said));
    }

    /** «Last month» in the field of the date itself. */
    private static Optional<PartialDate> relative(FormInput input, String name, Beside beside) {
        if (beside.saidOn().isEmpty() && input.has(name + ".said")) {
            return input.refuse(name + ".said", "form.date.said-when");
        }
        Optional<PartialDate> date = beside.read(input.typed(name));
        if (date.isEmpty()) {
            return refused(input, name, beside.saidOn());
        }
        Optional<String> words = beside.words().isEmpty() ? WORDS.read(input, name) : Optional.of(beside.words());
        return words.map(each -> date.get().inTheWords(each).said(beside.saidOn()));
    }

    private static Optional<PartialDate> refused(FormInput input, String name, Optional<LocalDate> saidOn) {
        List<PartialDate> readings = PartialDate.readings(input.typed(name), saidOn);
        if (readings.size() > 1) {
            return input.refuse(
                    name,
                    "form.two-days",
                    readings.get(0).typed(),
                    readings.get(1).typed());
        } else if (readings.isEmpty()) {
            return input.refuse(name, "form.not-a-date");
        }
        PartialDate exact = readings.get(0);
        return input.refuse(
                name,
                exact.qualifier() != Qualifier.EXACT
                        ? "form.date.two-qualifiers"
                        : exact.isRange() ? "form.date.of-a-range" : "form.part-of-a-day");
    }

    @Override
    public void fill(FormInput input, String name, PartialDate date) {
        input.with(name, date.typed())
                .with(name + ".qualifier", date.qualifier())
                .with(name + ".words", date.words())
                .with(name + ".said", date.saidOn().map(LocalDate::toString).orElse(""));
    }

    @Override
    public String show(PartialDate date, Texts texts) {
        return texts.said(date);
    }
}
