package org.durumi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.DomainTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are compared as docs/domain/names.md says. */
class NameKeyTest {
    private static final List<List<String>> PAIRS = DomainTables.rows("names.md", "name");

    @Test
    void every_pair_of_the_document_is_compared_as_it_says_in_both_directions() {
        List<String> wrong = new ArrayList<>();
        for (List<String> pair : PAIRS) {
            boolean expected = pair.get(3).equals("yes");
            if (key(pair.get(0)).isSame(key(pair.get(1))) != expected
                    || key(pair.get(1)).isSame(key(pair.get(0))) != expected) {
                wrong.add(pair.toString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_document_says_how_many_are_found() {
        long same = count("yes", "yes") + count("yes", "no");
        long other = count("no", "no") + count("no", "yes");

        String document = DomainTables.lines("names.md").collect(Collectors.joining(" "));
        assertTrue(document.contains("Of " + PAIRS.size() + " pairs, " + same + " are one person and "
                + count("yes", "yes") + " of those are found; " + other + " are not and " + count("no", "yes")));
        assertTrue(PAIRS.size() >= 150);
    }

    @Test
    void whoever_is_the_same_shares_what_is_indexed() {
        List<String> apart = PAIRS.stream()
                .filter(pair -> pair.get(3).equals("yes"))
                .filter(pair -> Collections.disjoint(
                        key(pair.get(0)).indexed(), key(pair.get(1)).indexed()))
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), apart);
    }

    @Test
    void names_of_the_table_rarely_share_what_is_indexed_by_chance() {
        Set<String> keys = new HashSet<>();
        PAIRS.forEach(pair -> keys.addAll(key(pair.get(0)).indexed()));

        assertTrue(keys.size() > 90, () -> "only " + keys.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"리", "이", "Ri", "Lee", "Kim", "Park", "李", "남", "", " ", "-", "'"})
    void a_surname_alone_is_not_indexed(String surname) {
        assertEquals(Set.of(), key(surname).indexed());
    }

    @ParameterizedTest
    @CsvSource({
        "리은정, 은정",
        "리은정, 이은",
        "리은정, 이은정",
        "리은정, 정",
        "리은정, Ri Un",
        "리은정, Lee Eun",
        "리은정, Eunjeong",
        "리은정, Lee",
        "리은정, I",
        "Ri Un Jong, 은정",
        "Ri Un Jong, 리은정",
        "Ri Un Jong, un jong",
        "Ri Un Jong, Eun-jung",
        "Lee Eun-jeong, 리은",
        "최려심, 여심",
        "최여심, 려심",
        "李恩貞, 恩貞",
        "Choe Myong Hui, Choi",
        "Wang Xiaomei, xiao",
        "순이, 순이",
        "순이, Suni"
    })
    void a_name_is_found_by_a_part_of_it(String name, String term) {
        assertTrue(key(name).isFoundBy(key(term)));
    }

    @ParameterizedTest
    @CsvSource({
        "리은정, 김",
        "리은정, 은영",
        "리은정, Kim",
        "리은정, Jong Un",
        "Ri Un Jong, 명희",
        "李恩貞, 은정",
        "李恩貞, Lee",
        "김철, Lee",
        "박철남, Ri",
        "리은정, 저",
        "리은정, '-'"
    })
    void a_name_is_not_found_by_anything_else(String name, String term) {
        assertFalse(key(name).isFoundBy(key(term)));
    }

    @Test
    void decomposed_and_invisible_characters_do_not_matter() {
        String decomposed = Normalizer.normalize("리은정", Normalizer.Form.NFD);

        assertTrue(key(decomposed).isSame(key("리\u200B은\u00AD정")));
        assertEquals(key("리은정").indexed(), key(decomposed).indexed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"리은정👩", "Ri 은정", "??", "李은정", "İı", "ㄹㅇㅈ", "\uD800", "𠮷田", "a b c d e f g h", "ｱ"})
    void whatever_is_typed_has_a_key(String odd) {
        assertTrue(key(odd).indexed().size() <= 3);
        key(odd).isSame(key("리은정"));
        key("리은정").isFoundBy(key(odd));
    }

    private static long count(String one, String found) {
        return PAIRS.stream()
                .filter(pair -> pair.get(2).equals(one) && pair.get(3).equals(found))
                .count();
    }

    private static NameKey key(String name) {
        return NameKey.of(name);
    }
}
