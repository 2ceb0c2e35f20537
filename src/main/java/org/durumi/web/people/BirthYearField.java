package org.durumi.web.people;

import java.util.Optional;
import java.util.regex.Pattern;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** The year in which somebody was born. */
record BirthYearField() implements Field<Integer> {
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    @Override
    public Optional<Integer> read(FormInput input, String name) {
        String year = input.typed(name).strip();
        return YEAR.matcher(year).matches()
                ? Optional.of(Integer.valueOf(year))
                : input.refuse(name, "name.birth-year.invalid");
    }

    @Override
    public void fill(FormInput input, String name, Integer year) {
        input.with(name, year.toString());
    }

    @Override
    public String show(Integer year, Texts texts) {
        return year.toString();
    }
}
