package org.durumi.route;

import static org.durumi.route.Stage.ARRIVAL;
import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.CONTACT;
import static org.durumi.route.Stage.CONTACT_LOST;
import static org.durumi.route.Stage.DETENTION;
import static org.durumi.route.Stage.MISSION;
import static org.durumi.route.Stage.REPORTED;
import static org.durumi.route.Stage.TRANSIT;
import static org.durumi.route.Stage.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StageStepTest {
    private static String drawn(Stage... passed) {
        return StageStep.of(List.of(passed)).stream()
                .map(step -> step.stage() + ":" + step.state())
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_line_shows_what_is_done_where_one_stands_and_what_lies_ahead() {
        assertEquals(
                "CONTACT:DONE BROKER:DONE TRANSIT:CURRENT MISSION:AHEAD ARRIVAL:AHEAD",
                drawn(CONTACT, BROKER, TRANSIT));
    }

    @Test
    void a_detention_stands_where_the_line_was_left() {
        assertEquals(
                "CONTACT:DONE BROKER:DONE TRANSIT:DONE DETENTION:ALARM MISSION:AHEAD ARRIVAL:AHEAD",
                drawn(CONTACT, BROKER, TRANSIT, DETENTION));
    }

    @Test
    void a_station_left_out_is_seen() {
        assertEquals(
                "REPORTED:DONE CONTACT:SKIPPED BROKER:SKIPPED TRANSIT:SKIPPED MISSION:DONE ARRIVAL:CURRENT",
                drawn(REPORTED, MISSION, ARRIVAL));
    }

    @Test
    void silence_before_any_station_stands_first() {
        assertEquals(
                "REPORTED:DONE CONTACT_LOST:ALARM CONTACT:AHEAD BROKER:AHEAD TRANSIT:AHEAD MISSION:AHEAD ARRIVAL:AHEAD",
                drawn(REPORTED, CONTACT_LOST));
    }

    @Test
    void a_failed_attempt_begins_again_at_contact() {
        assertEquals(
                "CONTACT:CURRENT BROKER:AHEAD TRANSIT:AHEAD MISSION:AHEAD ARRIVAL:AHEAD",
                drawn(CONTACT, BROKER, TRANSIT, CONTACT));
    }

    @Test
    void a_withdrawal_ends_the_line_without_alarm() {
        assertEquals(
                "CONTACT:DONE WITHDRAWN:ENDED BROKER:AHEAD TRANSIT:AHEAD MISSION:AHEAD ARRIVAL:AHEAD",
                drawn(CONTACT, WITHDRAWN));
    }

    @Test
    void every_stage_can_be_drawn_alone() {
        for (Stage stage : Stage.values()) {
            StageStep.of(List.of(stage));
        }
        assertThrows(IllegalArgumentException.class, () -> StageStep.of(List.of()));
    }
}
