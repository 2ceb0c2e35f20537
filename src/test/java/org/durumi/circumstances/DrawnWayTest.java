package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.Samples;
import org.durumi.cases.CaseFixtures.Journey;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.DrawnWay.Edge;
import org.durumi.circumstances.DrawnWay.Ride;
import org.durumi.circumstances.DrawnWay.Row;
import org.durumi.circumstances.DrawnWay.Station;
import org.durumi.circumstances.DrawnWay.Stroke;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** Which station follows which, where a way breaks off, and who goes in which lane. */
class DrawnWayTest {
    private static final Place LAOS = new Place("", "LA");
    private static final Place BANGKOK = new Place("Bangkok", "TH");
    private static final ParticipantId A = ParticipantId.create();
    private static final ParticipantId B = ParticipantId.create();
    private static final ParticipantId C = ParticipantId.create();

    @Test
    void legs_of_unknown_days_follow_each_other_from_place_to_place() {
        Leg second = leg(KUNMING, LAOS, LegState.PLANNED, A);
        Leg third = leg(LAOS, BANGKOK, LegState.PLANNED, A);
        Leg first = leg(LIAONING, KUNMING, LegState.DONE, A);

        assertEquals(
                List.of("0 ● Liaoning", "0 DONE", "0 ● Kunming", "0 PLANNED", "0 ○ LA", "0 PLANNED", "0 ○ Bangkok"),
                drawn(second, third, first));
    }

    @Test
    void what_is_planned_comes_after_what_was_travelled_whatever_day_is_known() {
        Leg planned = CircumstanceFixtures.taxi(LegState.PLANNED, PartialDate.on(TODAY), PartialDate.unknown());

        assertEquals(
                List.of("0 ● Bangkok", "0 DONE", "0 ● Kunming", "1 ○ Liaoning", "1 PLANNED", "1 ○ Kunming"),
                drawn(planned, leg(BANGKOK, KUNMING, LegState.DONE, A)));
    }

    @Test
    void a_leg_that_was_aborted_has_no_end_and_whoever_goes_on_begins_anew() {
        assertEquals(
                List.of("0 ● Liaoning", "0 ABORTED ×", "0 ● Bangkok", "0 DONE", "0 ● LA"),
                drawn(leg(LIAONING, KUNMING, LegState.ABORTED, A), leg(BANGKOK, LAOS, LegState.DONE, A)));
    }

    @Test
    void two_ways_from_one_place_stand_beside_each_other() {
        assertEquals(
                List.of("0 ● Liaoning", "0 UNDER_WAY", "0 ○ Bangkok", "1 PLANNED", "1 ○ Kunming"),
                drawn(leg(LIAONING, KUNMING, LegState.PLANNED, A), leg(LIAONING, BANGKOK, LegState.UNDER_WAY, A)));
    }

    @Test
    void who_part_have_lanes_of_their_own_and_who_meet_share_one() {
        DrawnWay way = way(
                List.of(
                        leg(LIAONING, KUNMING, LegState.DONE, A, B),
                        leg(KUNMING, LAOS, LegState.DONE, A),
                        leg(KUNMING, LAOS, LegState.DONE, B),
                        leg(LAOS, BANGKOK, LegState.DONE, A, B)),
                who -> List.of());

        assertEquals(2, way.lanes());
        assertEquals(
                List.of(
                        "0 ● Liaoning",
                        "0 DONE",
                        "0 ● Kunming",
                        "0 DONE",
                        "0 ● LA",
                        "1 DONE",
                        "1 ● LA",
                        "1 DONE",
                        "1 ● Bangkok"),
                way.rows().stream().map(DrawnWayTest::drawn).toList());
        assertTrue(way.rows().get(7).strokes().contains(new Stroke(0, Edge.TOP, 1, Edge.MIDDLE, false)), "A joins");
    }

    @Test
    void strangers_to_each_other_do_not_share_a_station() {
        assertEquals(
                List.of("0 ● Liaoning", "0 DONE", "0 ● Kunming", "0 DONE", "0 ● LA", "1 ● Kunming", "1 DONE", "1 ● LA"),
                drawn(
                        leg(LIAONING, KUNMING, LegState.DONE, A),
                        leg(KUNMING, LAOS, LegState.DONE, B),
                        leg(KUNMING, LAOS, LegState.DONE, A)));
    }

    @Test
    void an_arrest_on_arriving_breaks_the_way_at_the_station() {
        Journey journey = at(Stage.TRANSIT);
        StageEntry before = journey.standing();
        ParticipantId who = journey.participant().id();
        Leg taxi = leg(KUNMING, LIAONING, LegState.UNDER_WAY, who, B);
        StageEntry arrest = journey.enters(reportOf(Stage.DETENTION));
        CircumstanceFixtures.reach(List.of(taxi), journey.participant(), List.of(Stage.TRANSIT), arrest);

        DrawnWay way = way(List.of(taxi), each -> each.equals(who) ? List.of(before, arrest) : List.of());

        assertEquals(
                List.of("0 ● Kunming", "0 UNDER_WAY", "0 ● Liaoning ×"),
                way.rows().stream().map(DrawnWayTest::drawn).toList());
        assertEquals(
                List.of(new DrawnWay.Break(Set.of(who), true, Optional.of(arrest))),
                way.rows().getLast().breaks());
    }

    @Test
    void whoever_is_held_where_their_last_leg_led_broke_off_there_whoever_said_that_it_is_done() {
        Journey journey = at(Stage.TRANSIT);
        ParticipantId who = journey.participant().id();
        StageEntry arrest = journey.enters(reportOf(Stage.DETENTION));
        List<StageEntry> entries = List.of(journey.standing(), arrest);
        Leg first = leg(KUNMING, LIAONING, LegState.DONE, who);

        assertEquals(
                List.of("0 ● Kunming", "0 DONE", "0 ● Liaoning ×"),
                way(List.of(first), any -> entries).rows().stream()
                        .map(DrawnWayTest::drawn)
                        .toList());
        assertEquals(
                List.of("0 ● Kunming", "0 DONE", "0 ● Liaoning", "0 DONE", "0 ● Bangkok"),
                way(List.of(first, leg(LIAONING, BANGKOK, LegState.DONE, who)), any -> entries).rows().stream()
                        .map(DrawnWayTest::drawn)
                        .toList());
    }

    @Test
    void when_one_of_two_is_held_on_the_way_the_line_goes_on_for_the_other() {
        Journey journey = at(Stage.TRANSIT);
        ParticipantId who = journey.participant().id();
        Leg taxi = leg(LIAONING, KUNMING, LegState.UNDER_WAY, who, B);
        StageEntry arrest = journey.enters(reportOf(Stage.DETENTION));
        CircumstanceFixtures.reach(List.of(taxi), journey.participant(), List.of(Stage.TRANSIT), arrest);

        DrawnWay way = way(List.of(taxi), each -> each.equals(who) ? List.of(arrest) : List.of());

        Ride ride = (Ride) way.rows().get(1);
        assertTrue(ride.goesOn());
        assertEquals(List.of(new DrawnWay.Break(Set.of(who), true, Optional.of(arrest))), ride.breaks());
    }

    @Test
    void a_leg_that_was_only_planned_when_somebody_was_arrested_was_never_set_out_on() {
        Journey journey = at(Stage.CONTACT);
        ParticipantId who = journey.participant().id();
        Leg plan = leg(LIAONING, KUNMING, LegState.PLANNED, who);
        StageEntry arrest = journey.enters(reportOf(Stage.DETENTION));
        CircumstanceFixtures.reach(List.of(plan), journey.participant(), List.of(Stage.CONTACT), arrest);

        DrawnWay way = way(List.of(plan), any -> List.of(arrest));

        assertEquals(
                List.of("0 ○ Liaoning", "0 ABORTED ×"),
                way.rows().stream().map(DrawnWayTest::drawn).toList());
        assertTrue(way.rows().getLast().strokes().stream().allMatch(Stroke::dashed));
    }

    @Test
    void the_drawing_is_told_in_a_sentence_for_each_leg() {
        Leg taxi = leg(LIAONING, KUNMING, LegState.ABORTED, A);
        Leg walk = leg(new Place("", ""), LAOS, LegState.PLANNED, A, B);
        List<Row> rows = way(List.of(taxi, walk), any -> List.of()).rows();

        assertEquals(
                "From Liaoning, China to Kunming, China: Taxi · some · Aborted · Kunming, China was not reached. "
                        + "From Place unknown to Laos: Taxi · Planned · duration unknown: ask · ID checks unknown: ask.",
                words(Locale.ENGLISH).spoken(rows));
        assertTrue(words(Locale.KOREAN).spoken(rows).startsWith("중국 Liaoning에서 중국 Kunming까지: 택시"));
    }

    private static WayWords words(Locale language) {
        return new WayWords(new Texts(language, ZoneOffset.UTC), who -> "some", Set.of(A, B));
    }

    @Test
    void any_legs_are_drawn_once_as_what_they_are_and_nothing_overlaps() {
        Samples.each(samples -> {
            List<Leg> legs = samples.upTo(
                    12,
                    () -> leg(
                            samples.of(LIAONING, KUNMING, LAOS, BANGKOK, Place.unknown()),
                            samples.of(LIAONING, KUNMING, LAOS, BANGKOK, Place.unknown()),
                            samples.of(LegState.values()),
                            samples.of(new ParticipantId[][] {{A}, {B}, {C}, {A, B}, {B, C}, {A, B, C}})));

            legs.add(leg(LIAONING, KUNMING, LegState.PLANNED, A));

            DrawnWay way = way(legs, any -> List.of());

            List<Ride> rides = way.rows().stream()
                    .filter(Ride.class::isInstance)
                    .map(Ride.class::cast)
                    .toList();
            assertEquals(legs.size(), rides.size());
            assertEquals(
                    new HashSet<>(legs),
                    new HashSet<>(rides.stream().map(Ride::leg).toList()));
            assertEveryLegLooksAsItIs(way);
            assertNothingOverlaps(way);
        });
    }

    private static void assertEveryLegLooksAsItIs(DrawnWay way) {
        for (int i = 0; i < way.rows().size(); i++) {
            if (way.rows().get(i) instanceof Ride ride) {
                LegState state = ride.leg().state();
                boolean ahead = state == LegState.PLANNED;
                assertTrue(ride.strokes().contains(new Stroke(ride.lane(), Edge.TOP, ride.lane(), Edge.MIDDLE, ahead)));
                assertEquals(
                        state != LegState.ABORTED,
                        ride.strokes()
                                .contains(new Stroke(
                                        ride.lane(), Edge.MIDDLE, ride.lane(), Edge.BOTTOM, state != LegState.DONE)));
                assertEquals(state == LegState.ABORTED, !ride.breaks().isEmpty());
                if (state != LegState.ABORTED) {
                    Station end = (Station) way.rows().get(i + 1);
                    assertEquals(ride.leg().to(), end.place());
                    assertEquals(ride.lane(), end.lane());
                }
            }
        }
    }

    /** In each row a lane is crossed once at most, by a mark or past it; and what leaves a row comes into the next. */
    private static void assertNothingOverlaps(DrawnWay way) {
        List<Row> rows = way.rows();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            List<Integer> above = lanes(row, Edge.TOP);
            List<Integer> below = lanes(row, Edge.BOTTOM);
            assertEquals(new HashSet<>(above).size(), above.size(), () -> row.toString());
            assertEquals(new HashSet<>(below).size(), below.size(), () -> row.toString());
            assertEquals(i == 0 ? List.of() : lanes(rows.get(i - 1), Edge.BOTTOM), above);
            assertFalse(i == rows.size() - 1 && !below.isEmpty());
            assertFalse(row.strokes().stream()
                    .anyMatch(each -> each.from() == Edge.TOP
                            && each.to() == Edge.BOTTOM
                            && (each.fromLane() == row.lane() || each.fromLane() != each.toLane())));
            assertTrue(row.strokes().stream()
                    .filter(each -> each.from() == Edge.MIDDLE)
                    .allMatch(each -> each.fromLane() == row.lane()));
            assertTrue(row.strokes().stream()
                    .filter(each -> each.to() == Edge.MIDDLE)
                    .allMatch(each -> each.toLane() == row.lane()));
            assertTrue(Stream.concat(above.stream(), below.stream()).allMatch(lane -> lane < way.lanes()));
            assertEquals(row.strokes().size(), new HashSet<>(row.strokes()).size());
        }
    }

    private static List<Integer> lanes(Row row, Edge edge) {
        List<Integer> lanes = new ArrayList<>();
        for (Stroke each : row.strokes()) {
            if (each.from() == edge) {
                lanes.add(each.fromLane());
            }
            if (each.to() == edge) {
                lanes.add(each.toLane());
            }
        }
        return lanes.stream().sorted().toList();
    }

    @Test
    void what_nobody_could_see_is_not_drawn() {
        List<Leg> tooMany = IntStream.rangeClosed(0, DrawnWay.MOST_LEGS)
                .mapToObj(any -> leg(LIAONING, KUNMING, LegState.DONE, A))
                .toList();

        assertEquals(Optional.empty(), DrawnWay.of(List.of(), any -> List.of()));
        assertEquals(Optional.empty(), DrawnWay.of(tooMany, any -> List.of()));
    }

    private static DrawnWay way(List<Leg> legs, Function<ParticipantId, List<StageEntry>> journeys) {
        return DrawnWay.of(legs, journeys).orElseThrow();
    }

    private static List<String> drawn(Leg... legs) {
        return way(List.of(legs), who -> List.of()).rows().stream()
                .map(DrawnWayTest::drawn)
                .toList();
    }

    private static String drawn(Row row) {
        String mark =
                switch (row) {
                    case Station station ->
                        (station.reached() ? "● " : "○ ")
                                + (station.place().name().isEmpty()
                                        ? station.place().country()
                                        : station.place().name());
                    case Ride ride -> ride.leg().state().name();
                };
        return row.lane() + " " + mark + (row.breaks().isEmpty() ? "" : " ×");
    }

    private static Leg leg(Place from, Place to, LegState state, ParticipantId... who) {
        return CircumstanceFixtures.leg(Set.of(who), Means.TAXI, from, to, Optional.empty(), Optional.empty(), state);
    }
}
