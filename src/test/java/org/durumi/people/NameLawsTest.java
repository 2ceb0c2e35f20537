package org.durumi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.durumi.Samples;
import org.junit.jupiter.api.Test;

/** What holds for every name, in whatever way it is spelled. */
class NameLawsTest {
    private static final int SYLLABLES = 0xD7A3 - 0xAC00;

    @Test
    void a_person_is_found_in_every_way_to_type_their_name() {
        Samples.each(samples -> {
            String surname = samples.of("리", "이", "김", "박", "최", "림", "로", "남궁", syllable(samples));
            String given = syllable(samples) + syllable(samples);
            List.of(
                            surname + given,
                            surname + " " + given,
                            surname + "-" + given,
                            " " + surname + "\u200B" + given + " ",
                            Normalizer.normalize(surname + given, Normalizer.Form.NFD),
                            Sound.southern(surname) + given)
                    .forEach(spelled -> isOnePerson(surname + given, spelled));
        });
    }

    @Test
    void capitals_joints_and_apostrophes_make_no_other_person() {
        Samples.each(samples -> {
            String surname = samples.of("Ri", "Lee", "Kim", "Pak", "Choe", "Rim");
            String one = latin(samples);
            String other = latin(samples);
            String name = surname + " " + one + " " + other;
            List.of(
                            name.toUpperCase(Locale.ROOT),
                            name.toLowerCase(Locale.ROOT),
                            surname + ", " + one + " " + other,
                            surname + "  " + one + "-" + other,
                            surname + " " + one + "' " + other)
                    .forEach(spelled -> isOnePerson(name, spelled));
        });
    }

    @Test
    void what_was_folded_once_stays_as_it_is() {
        Samples.each(samples -> {
            String southern = Sound.southern(String.join("", samples.upTo(4, () -> syllable(samples))));

            assertEquals(southern, Sound.southern(southern));
            String together = Sound.together(Sound.ofHangul(southern));
            assertEquals(together, Sound.together(together));
        });
    }

    @Test
    void it_does_not_matter_which_of_two_names_is_asked() {
        Samples.each(samples -> {
            NameKey one = NameKey.of(any(samples));
            NameKey other = NameKey.of(any(samples));

            assertEquals(one.isSame(other), other.isSame(one));
            assertTrue(one.indexed().size() <= 3);
            assertFalse(one.indexed().contains(""));
        });
    }

    private static void isOnePerson(String name, String spelled) {
        NameKey one = NameKey.of(name);
        NameKey other = NameKey.of(spelled);
        assertTrue(one.isSame(other) && other.isSame(one), () -> name + " and " + spelled);
        assertFalse(Collections.disjoint(one.indexed(), other.indexed()), () -> name + " and " + spelled);
    }

    private static String any(Samples samples) {
        return switch (samples.between(0, 3)) {
            case 0 -> syllable(samples) + syllable(samples) + samples.of("", syllable(samples));
            case 1 -> samples.of("Ri", "Lee", "Kim", "Un") + " " + latin(samples);
            case 2 -> samples.of("리", "이") + samples.of("은정", "은영");
            default -> samples.text();
        };
    }

    private static String syllable(Samples samples) {
        return Character.toString(0xAC00 + samples.between(0, SYLLABLES));
    }

    private static String latin(Samples samples) {
        return samples.of("Ch", "K", "H", "M", "S", "Y", "J", "R")
                + samples.of("a", "o", "u", "eo", "ye", "ae")
                + samples.of("", "n", "ng", "k", "l", "m");
    }
}
