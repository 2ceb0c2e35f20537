package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Texts;
import org.durumi.route.Place;

/** A place and its country, each as far as it is known. */
record PlaceField() implements Field<Place> {
    private static final Field<String> CITY = Field.optionalLine(Place.LONGEST);
    private static final Field<Optional<CountryCode>> COUNTRY = new CountryField().optional();

    @Override
    public Optional<Place> read(FormInput input, String name) {
        Optional<String> city = CITY.read(input, name);
        Optional<String> country = COUNTRY.read(input, name + ".country")
                .map(each -> each.map(CountryCode::value).orElse(""));
        return city.flatMap(known -> country.map(land -> new Place(known, land)));
    }

    @Override
    public void fill(FormInput input, String name, Place place) {
        input.with(name, place.name()).with(name + ".country", place.country());
    }

    @Override
    public String show(Place place, Texts texts) {
        String words = place.in(texts);
        return words.isEmpty() ? texts.text("form.unknown") : words;
    }
}
