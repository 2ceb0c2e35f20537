package org.durumi.web.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.durumi.kernel.Texts;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.web.support.FormInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFieldsTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

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
                NameFields.read(input, "person1.", NameKind.LEGAL, TODAY));
        assertTrue(input.isValid());
        assertEquals(List.of(), NameFields.read(FormInput.blank(), "", NameKind.ALIAS, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "hangul, Ri",
        "han, 리",
        "latin, 리",
        "latin, Ri\u202E",
        "birthYear, 87",
        "birthYear, 1887",
        "birthYear, 24",
        "birthYear, 만 24세",
        "birthYear, x"
    })
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(String field, String typed) {
        FormInput input = FormInput.blank().with(field, typed);

        assertEquals(List.of(), NameFields.read(input, "", NameKind.LEGAL, TODAY));
        assertTrue(input.errors().isAt(field));
        assertEquals(typed, input.typed(field));
    }

    @Test
    void a_name_is_at_most_eighty_characters_long() {
        FormInput fits = FormInput.blank().with("hangul", "리".repeat(NewName.LONGEST));
        FormInput tooLong = FormInput.blank().with("hangul", "리".repeat(NewName.LONGEST + 1));

        assertEquals(1, NameFields.read(fits, "", NameKind.LEGAL, TODAY).size());
        assertEquals(0, NameFields.read(tooLong, "", NameKind.LEGAL, TODAY).size());
        assertTrue(tooLong.errors().isAt("hangul"));
    }

    @ParameterizedTest
    @CsvSource({
        "1987, 1987",
        "1987년생, 1987",
        "세는나이 24, 2003",
        "세는 나이로 24살, 2003",
        "한국 나이 24세, 2003",
        "Korean age 24, 2003",
        "korean age: 1, 2026"
    })
    void a_korean_age_is_one_year_of_birth(String typed, int year) {
        FormInput input = FormInput.blank().with("hangul", "리은정").with("birthYear", typed);

        assertEquals(
                List.of(new NewName(NameForm.HANGUL, NameKind.LEGAL, "리은정", Optional.of(year))),
                NameFields.read(input, "", NameKind.LEGAL, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "만 24세, Aged 24 today is born in 2001 or 2002. Fill in the year.",
        "aged 24, Aged 24 today is born in 2001 or 2002. Fill in the year.",
        "24살, 24 is an age? Aged 24 today is born in 2001 or 2002; Korean age 24 is born in 2003. Fill in the year.",
        "24, 24 is an age? Aged 24 today is born in 2001 or 2002; Korean age 24 is born in 2003. Fill in the year.",
        "24 years old, 24 is an age? Aged 24 today is born in 2001 or 2002; Korean age 24 is born in 2003. Fill in the year."
    })
    void an_age_that_leaves_two_years_says_which(String typed, String said) {
        FormInput input = FormInput.blank().with("birthYear", typed);

        NameFields.read(input, "", NameKind.LEGAL, TODAY);

        assertEquals(said, input.errors().text(ENGLISH, "birthYear"));
    }
}
