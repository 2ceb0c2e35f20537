package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Texts;

/** A country. */
record CountryField() implements ChosenField<CountryCode> {
    @Override
    public Optional<CountryCode> find(String value) {
        return CountryCode.read(value);
    }

    @Override
    public String value(CountryCode country) {
        return country.value();
    }

    @Override
    public String show(CountryCode country, Texts texts) {
        return texts.country(country);
    }
}
