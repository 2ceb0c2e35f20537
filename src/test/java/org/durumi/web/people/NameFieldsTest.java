package org.durumi.web.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.web.support.FormInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFieldsTest {
    @Test
    void a_name_is_read_in_every_script_with_the_year_of_birth() {
        FormInput input = FormInput.blank()
                .with("person1.hangul", " 리은정 ")
                .with("person1.latin", "Ri Un Jong")
                .with("person1.birthYear", "1987");

        assertEquals(
                List.of(
                        new NewName(NameForm.HANGUL, NameKind.LEGAL, "리은정", Optional.of(1987)),
                        new NewName(NameForm.LATIN, NameKind.LEGAL, "Ri Un Jong", Optional.of(1987))),
                NameFields.read(input, "person1.", NameKind.LEGAL));
        assertTrue(input.isValid());
        assertEquals(List.of(), NameFields.read(FormInput.blank(), "", NameKind.ALIAS));
    }

    @ParameterizedTest
    @CsvSource({
        "hangul, Ri",
        "han, 리",
        "latin, 리",
        "latin, Ri\u202E",
        "birthYear, 87",
        "birthYear, 1887",
        "birthYear, x"
    })
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(String field, String typed) {
        FormInput input = FormInput.blank().with(field, typed);

        assertEquals(List.of(), NameFields.read(input, "", NameKind.LEGAL));
        assertTrue(input.errors().isAt(field));
        assertEquals(typed, input.typed(field));
    }

    @Test
    void a_name_is_at_most_eighty_characters_long() {
        FormInput fits = FormInput.blank().with("hangul", "리".repeat(NewName.LONGEST));
        FormInput tooLong = FormInput.blank().with("hangul", "리".repeat(NewName.LONGEST + 1));

        assertEquals(1, NameFields.read(fits, "", NameKind.LEGAL).size());
        assertEquals(0, NameFields.read(tooLong, "", NameKind.LEGAL).size());
        assertTrue(tooLong.errors().isAt("hangul"));
    }
}
