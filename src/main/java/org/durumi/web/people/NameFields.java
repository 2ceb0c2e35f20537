package org.durumi.web.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.people.PersonName;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** The fields of a person's names: one in each script, and the year of birth. In a form about several people they begin with a prefix. */
final class NameFields {
    private static final Field<NameKind> KIND = Field.choice(NameKind.class);
    private static final Field<String> TOLD = Field.line(NewName.LONGEST_SOURCE);

    private NameFields() {}

    /** A form for the names of one person. */
    static FormInput blank() {
        return FormInput.blank().with("kind", NameKind.LEGAL);
    }

    /** The names that were typed, of the kind that was chosen; at least one must be. */
    static List<NewName> read(FormInput input, LocalDate today) {
        Optional<NameKind> kind = input.read("kind", KIND);
        List<NewName> names = read(input, "", kind.orElse(NameKind.LEGAL), today);
        if (names.isEmpty() && input.isValid()) {
            input.refuse(ScriptField.name(NameForm.HANGUL), "name.none");
        }
        return names;
    }

    /**
     * The names that were typed, in each script; empty if none was.
     *
     * @param today the day on which an age that was typed holds
     */
    static List<NewName> read(FormInput input, String prefix, NameKind kind, LocalDate today) {
        Optional<Integer> birthYear = input.readIfTyped(prefix + "birthYear", new BirthYearField(today));
        String told = input.readIfTyped(prefix + "told", TOLD).orElse("");
        List<NewName> names = new ArrayList<>();
        for (NameForm script : NameForm.values()) {
            input.readIfTyped(prefix + ScriptField.name(script), new ScriptField(script))
                    .ifPresent(text -> names.add(new NewName(script, kind, text, birthYear, told)));
        }
        return names;
    }

    /** A form in which a wrong name is put right. */
    static FormInput fill(PersonName wrong) {
        FormInput input = FormInput.blank()
                .with("kind", KIND, wrong.kind())
                .with(ScriptField.name(wrong.form()), new ScriptField(wrong.form()), wrong.text());
        wrong.birthYear().ifPresent(year -> input.with("birthYear", year.toString()));
        return input.with("told", wrong.told());
    }

    /** The right name in the script of the wrong one; empty if something is missing or wrong. */
    static Optional<NewName> read(FormInput input, PersonName wrong, LocalDate today) {
        Optional<NameKind> kind = input.read("kind", KIND);
        Optional<String> text = input.read(ScriptField.name(wrong.form()), new ScriptField(wrong.form()));
        Optional<Integer> birthYear = input.readIfTyped("birthYear", new BirthYearField(today));
        String told = input.readIfTyped("told", TOLD).orElse("");
        return text.flatMap(each -> kind.map(its -> new NewName(wrong.form(), its, each, birthYear, told)));
    }
}
