package org.durumi.route;

import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.CONTACT;
import static org.durumi.route.Stage.CONTACT_LOST;
import static org.durumi.route.Stage.DETENTION;
import static org.durumi.route.Stage.MISSION;
import static org.durumi.route.Stage.REPATRIATION;
import static org.durumi.route.Stage.REPORTED;
import static org.durumi.route.Stage.TRANSIT;
import static org.durumi.route.Stage.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandpointTest {
    private static final int STEPS = 6;
    private static final Set<Stage> ABROAD = EnumSet.of(MISSION, Stage.ARRIVAL, REPATRIATION);

    /** Every way that the table of stages allows, up to some steps, as a case begins. */
    private static void everyWay(Consumer<List<Stage>> told) {
        List.of(REPORTED, CONTACT).forEach(first -> walk(List.of(first), told));
    }

    private static void walk(List<Stage> way, Consumer<List<Stage>> told) {
        told.accept(way);
        if (way.size() < STEPS) {
            for (Stage next : way.get(way.size() - 1).next()) {
                List<Stage> longer = new ArrayList<>(way);
                longer.add(next);
                walk(List.copyOf(longer), told);
            }
        }
    }

    private static Standpoint before(List<Stage> way) {
        return Standpoint.of(way.subList(0, way.size() - 1));
    }

    @Test
    void no_way_leads_onto_the_way_past_the_departure() {
        everyWay(way -> {
            if (way.size() > 1 && way.get(way.size() - 1) == TRANSIT) {
                List<Stage> passed = way.subList(0, way.size() - 1);
                boolean neverLeft = passed.stream().noneMatch(each -> each == TRANSIT || ABROAD.contains(each));
                assertTrue(!neverLeft || before(way).departsTo(TRANSIT), way::toString);
                assertTrue(
                        !passed.get(passed.size() - 1).isBeforeDeparture()
                                || before(way).departsTo(TRANSIT),
                        way::toString);
            }
        });
    }

    @Test
    void every_way_back_from_after_a_departure_is_a_failed_attempt() {
        everyWay(way -> {
            Stage last = way.get(way.size() - 1);
            if (way.size() > 1 && last.isBeforeDeparture()) {
                int leaving = Math.max(
                        way.lastIndexOf(TRANSIT),
                        ABROAD.stream().mapToInt(way::lastIndexOf).max().orElseThrow());
                boolean backSince =
                        way.subList(leaving + 1, way.size() - 1).stream().anyMatch(Stage::isBeforeDeparture);
                assertEquals(leaving >= 0 && !backSince, before(way).failsTo(last), way::toString);
            }
        });
    }

    @Test
    void whoever_has_left_departs_only_after_coming_back() {
        assertFalse(Standpoint.of(List.of(CONTACT, TRANSIT)).departsTo(TRANSIT));
        assertFalse(Standpoint.of(List.of(CONTACT, TRANSIT, CONTACT_LOST)).departsTo(TRANSIT));
        assertFalse(Standpoint.of(List.of(CONTACT, TRANSIT, MISSION)).departsTo(TRANSIT));
        assertTrue(Standpoint.of(List.of(CONTACT, TRANSIT, CONTACT)).departsTo(TRANSIT));
        assertFalse(Standpoint.of(List.of(CONTACT)).departsTo(BROKER));
    }

    @ParameterizedTest
    @CsvSource({"REPORTED, false", "TRANSIT, true", "MISSION, true", "ARRIVAL, true", "REPATRIATION, true"})
    void detention_silence_and_withdrawal_say_nothing_of_leaving(Stage before, boolean left) {
        for (Stage silent : List.of(DETENTION, CONTACT_LOST, WITHDRAWN)) {
            Standpoint there = Standpoint.of(List.of(before, silent));

            assertEquals(new Standpoint(silent, left), there);
            assertEquals(there, Standpoint.of(List.of(before)).then(silent));
            assertEquals(left, there.failsTo(CONTACT));
        }
    }

    @Test
    void a_supervisor_confirms_what_the_stage_says() {
        assertTrue(Standpoint.of(List.of(CONTACT, DETENTION)).needsConfirmationTo(CONTACT));
        assertFalse(Standpoint.of(List.of(CONTACT)).needsConfirmationTo(BROKER));
    }

    @Test
    void a_journey_begins_somewhere() {
        assertThrows(IllegalArgumentException.class, () -> Standpoint.of(List.of()));
    }
}
