package org.durumi.web.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.web.support.FormInput;

/** The fields of a person's names: one in each script, and the year of birth. In a form about several people they begin with a prefix. */
final class NameFields {
    private static final int EARLIEST_BIRTH = 1900;
    private static final int LATEST_BIRTH = 2100;

    private NameFields() {}

    /** The names that were typed, in each script; empty if none was. */
    static List<NewName> read(FormInput input, String prefix, NameKind kind) {
        Optional<Integer> birthYear = birthYear(input, prefix);
        List<NewName> names = new ArrayList<>();
        for (NameForm form : NameForm.values()) {
            text(input, prefix + field(form), form)
                    .ifPresent(text -> names.add(new NewName(form, kind, text, birthYear)));
        }
        return List.copyOf(names);
    }

    /** The name that was typed in one script; empty if none was, or with an error. */
    static Optional<String> text(FormInput input, String field, NameForm form) {
        String text = input.optionalLine(field, NewName.LONGEST);
        if (!text.isEmpty() && !input.errors().isAt(field) && !form.accepts(text)) {
            input.errors().at(field, refusal(form));
        }
        return text.isEmpty() || input.errors().isAt(field) ? Optional.empty() : Optional.of(text);
    }

    static Optional<Integer> birthYear(FormInput input, String prefix) {
        OptionalInt year = input.optionalNumber(prefix + "birthYear", EARLIEST_BIRTH, LATEST_BIRTH);
        return year.isPresent() ? Optional.of(year.getAsInt()) : Optional.empty();
    }

    static String field(NameForm form) {
        return switch (form) {
            case HANGUL -> "hangul";
            case HAN -> "han";
            case LATIN -> "latin";
        };
    }

    private static String refusal(NameForm form) {
        return switch (form) {
            case HANGUL -> "name.not-hangul";
            case HAN -> "name.not-han";
            case LATIN -> "name.not-latin";
        };
    }
}
