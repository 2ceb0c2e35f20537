package org.durumi.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StageTest {
    static Stream<Arguments> documented() {
        return DomainTables.rows("stages.md", "stage").stream().map(row -> Arguments.of(row.get(0), row.get(2)));
    }

    @ParameterizedTest(name = "{0} may become {1}")
    @MethodSource("documented")
    void allowed_changes_are_the_documented_ones(String stage, String next) {
        Set<String> allowed =
                Stage.valueOf(stage).next().stream().map(Stage::name).collect(Collectors.toSet());

        assertEquals(Set.copyOf(DomainTables.items(next)), allowed);
    }

    @Test
    void every_stage_is_documented_in_its_order() {
        List<String> documented = DomainTables.rows("stages.md", "stage").stream()
                .map(row -> row.get(0))
                .toList();

        assertEquals(Arrays.stream(Stage.values()).map(Stage::name).toList(), documented);
    }

    @Test
    void the_documented_order_of_urgency_is_the_one_of_the_code() {
        String order = DomainTables.lines("stages.md")
                .filter(line -> line.startsWith("The most urgent of its participants, in this order: "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*: ", "")
                .replace(".", "");

        assertEquals(
                DomainTables.items(order),
                Arrays.stream(Stage.values())
                        .sorted((one, other) -> Integer.compare(one.urgency(), other.urgency()))
                        .map(Stage::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void no_stage_but_transit_and_detention_becomes_itself(Stage stage) {
        assertEquals(stage == Stage.TRANSIT || stage == Stage.DETENTION, stage.mayBecome(stage));
    }

    @Test
    void a_detained_participant_cannot_arrive() {
        assertFalse(Stage.DETENTION.mayBecome(Stage.ARRIVAL));
    }

    @ParameterizedTest(name = "{0} to {1}: confirmed by a supervisor {2}")
    @CsvSource({
        "DETENTION, CONTACT, true",
        "DETENTION, DETENTION, false",
        "DETENTION, REPATRIATION, true",
        "CONTACT_LOST, CONTACT, true",
        "CONTACT_LOST, DETENTION, true",
        "REPORTED, REPATRIATION, true",
        "TRANSIT, DECEASED, true",
        "TRANSIT, DETENTION, false",
        "TRANSIT, ARRIVAL, false",
        "BROKER, CONTACT_LOST, false"
    })
    void a_supervisor_confirms_what_is_hard_to_take_back(Stage from, Stage to, boolean confirmed) {
        assertEquals(confirmed, from.needsConfirmationTo(to));
    }

    @Test
    void a_case_shows_its_most_urgent_participant() {
        assertEquals(Stage.DETENTION, Stage.headline(Set.of(Stage.ARRIVAL, Stage.TRANSIT, Stage.DETENTION)));
        assertEquals(Stage.REPORTED, Stage.headline(Set.of(Stage.REPATRIATION, Stage.REPORTED)));
    }
}
