package org.durumi.web.people;

import java.util.Optional;
import org.durumi.kernel.Texts;
import org.durumi.people.NameForm;
import org.durumi.people.NewName;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** A name in one script. */
record ScriptField(NameForm script) implements Field<String> {
    private static final Field<String> LINE = Field.line(NewName.LONGEST);

    /** The name of its field in a form. */
    static String name(NameForm script) {
        return switch (script) {
            case HANGUL -> "hangul";
            case HAN -> "han";
            case LATIN -> "latin";
        };
    }

    @Override
    public Optional<String> read(FormInput input, String name) {
        return LINE.read(input, name)
                .flatMap(text -> script.accepts(text) ? Optional.of(text) : input.refuse(name, refusal()));
    }

    @Override
    public void fill(FormInput input, String name, String value) {
        LINE.fill(input, name, value);
    }

    @Override
    public String show(String value, Texts texts) {
        return value;
    }

    private String refusal() {
        return switch (script) {
            case HANGUL -> "name.not-hangul";
            case HAN -> "name.not-han";
            case LATIN -> "name.not-latin";
        };
    }
}
