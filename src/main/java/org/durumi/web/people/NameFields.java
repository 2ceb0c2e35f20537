package org.durumi.web.people;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.web.support.FormInput;

/** The fields of a person's names: one in each script, and the year of birth. In a form about several people they begin with a prefix. */
final class NameFields {
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private NameFields() {}

    /** The names that were typed, in each script; empty if none was. */
    static List<NewName> read(FormInput input, String prefix, NameKind kind) {
        Map<NameForm, String> texts = new EnumMap<>(NameForm.class);
        for (NameForm form : NameForm.values()) {
            text(input, prefix + field(form), form).ifPresent(text -> texts.put(form, text));
        }
        Optional<Integer> birthYear = birthYear(input, prefix);
        return texts.entrySet().stream()
                .map(each -> new NewName(each.getKey(), kind, each.getValue(), birthYear))
                .toList();
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
        String year = input.typed(prefix + "birthYear").strip();
        if (!year.isEmpty() && !YEAR.matcher(year).matches()) {
            input.errors().at(prefix + "birthYear", "name.birth-year.invalid");
            return Optional.empty();
        }
        return Optional.of(year).filter(each -> !each.isEmpty()).map(Integer::valueOf);
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
