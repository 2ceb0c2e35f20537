package org.durumi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormTest {
    @ParameterizedTest
    @CsvSource({
        "HANGUL, 리은정, true",
        "HANGUL, 리 은정, true",
        "HANGUL, 리·은정, true",
        "HANGUL, Ri, false",
        "HANGUL, 리은정!, false",
        "HANGUL, 李, false",
        "HANGUL, ㄹ, false",
        "HAN, 李恩貞, true",
        "HAN, 李은, false",
        "HAN, 李 恩, false",
        "HAN, 𠮷田, true",
        "LATIN, Ri Un Jong, true",
        "LATIN, Ch'oe Ŭn-jŏng, true",
        "LATIN, Lǐ Xiǎoméi, true",
        "LATIN, O’Brien, true",
        "LATIN, 리, false",
        "LATIN, Ri2, false",
        "LATIN, <b>, false",
        "LATIN, -, false",
        "LATIN, Ри, false"
    })
    void each_form_takes_its_script_alone(NameForm form, String text, boolean accepted) {
        assertEquals(accepted, form.accepts(text));
    }

    @Test
    void a_name_in_another_script_does_not_exist() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new NewName(NameForm.HAN, NameKind.LEGAL, "리은정", Optional.empty()));
    }
}
