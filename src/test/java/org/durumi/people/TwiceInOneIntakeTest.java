package org.durumi.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The people of one intake are compared with each other, in every script in which each of them is known. */
class TwiceInOneIntakeTest {
    @Test
    void one_person_in_two_scripts_is_found_from_both_sides() {
        assertEquals(List.of(List.of(1), List.of(0)), beside(List.of(person("리은정"), person("Lee Eun-jeong"))));
        assertEquals(List.of(List.of(1), List.of(0)), beside(List.of(person("李恩貞", "이은정"), person("李恩貞"))));
    }

    @Test
    void everybody_of_the_same_name_is_named() {
        assertEquals(
                List.of(List.of(2, 3), List.of(), List.of(0, 3), List.of(0, 2)),
                beside(List.of(person("류경애"), person("김철수"), person("유경애"), person("Ryu Kyong-ae"))));
    }

    @Test
    void a_surname_alone_or_no_name_is_nobody() {
        assertEquals(List.of(List.of(), List.of(), List.of()), beside(List.of(person("김"), person("김"), person())));
    }

    @Test
    void years_of_birth_far_apart_are_two_people() {
        HeardName mother = HeardName.of("리은정", Optional.of(1960));
        HeardName daughter = HeardName.of("이은정", Optional.of(1990));
        assertEquals(List.of(), DuplicateSearch.beside(List.of(List.of(mother), List.of(daughter)), 0));
    }

    private static List<List<Integer>> beside(List<List<HeardName>> people) {
        return IntStream.range(0, people.size())
                .mapToObj(place -> DuplicateSearch.beside(people, place))
                .toList();
    }

    private static List<HeardName> person(String... names) {
        return List.of(names).stream()
                .map(each -> HeardName.of(each, Optional.empty()))
                .toList();
    }
}
