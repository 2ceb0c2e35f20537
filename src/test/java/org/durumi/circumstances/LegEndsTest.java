package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.report;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.durumi.circumstances.LegState.ABORTED;
import static org.durumi.circumstances.LegState.DONE;
import static org.durumi.circumstances.LegState.PLANNED;
import static org.durumi.circumstances.LegState.UNDER_WAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseFixtures.Journey;
import org.durumi.cases.Departure;
import org.durumi.cases.NewStage;
import org.durumi.cases.StageDetails;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** When a leg is taken, and when it ends, for one traveller and for several. */
class LegEndsTest {
    private final Traveller first = new Traveller();
    private final Traveller second = new Traveller();

    /** Somebody whose journey goes on. */
    private static final class Traveller {
        private final List<Stage> passed = new ArrayList<>(List.of(Stage.CONTACT));
        private Journey journey = at(Stage.CONTACT);

        ParticipantId id() {
            return journey.participant().id();
        }

        StageEntry reaches(NewStage next, Leg... legs) {
            StageEntry entry = journey.enters(next);
            CircumstanceFixtures.reach(Arrays.asList(legs), journey.participant(), passed, entry);
            journey = new Journey(journey.participant(), entry);
            passed.add(next.stage());
            return entry;
        }

        void reaches(Stage next, Leg... legs) {
            reaches(reportOf(next), legs);
        }
    }

    @Test
    void the_leg_that_a_departure_names_is_under_way_and_the_next_one_ends_it() {
        Leg taxi = leg(KUNMING, PLANNED, first);
        Leg bus = leg(LIAONING, PLANNED, first);

        first.reaches(on(taxi), taxi, bus);
        assertEquals(List.of(UNDER_WAY, PLANNED), List.of(taxi.state(), bus.state()));

        StageEntry next = first.reaches(on(bus), taxi, bus);
        assertEquals(List.of(DONE, UNDER_WAY), List.of(taxi.state(), bus.state()));
        assertEquals(Optional.of(next.id()), taxi.endedBy(first.id()));
    }

    @Test
    void whoever_leaves_once_more_on_a_leg_that_had_ended_for_them_travels_it() {
        Traveller second = new Traveller();
        Leg taxi = leg(KUNMING, UNDER_WAY, first, second);
        first.reaches(Stage.TRANSIT);
        first.reaches(Stage.DETENTION, taxi);
        assertEquals(ABORTED, taxi.state(first.id()));
        first.reaches(Stage.CONTACT, taxi);

        first.reaches(on(taxi), taxi);
        assertEquals(List.of(UNDER_WAY, UNDER_WAY), List.of(taxi.state(first.id()), taxi.state(second.id())));

        first.reaches(Stage.MISSION, taxi);
        assertEquals(List.of(DONE, UNDER_WAY), List.of(taxi.state(first.id()), taxi.state(second.id())));
    }

    @Test
    void a_departure_that_names_no_leg_says_nothing_of_any() {
        Leg taxi = leg(KUNMING, UNDER_WAY, first);

        first.reaches(Stage.TRANSIT, taxi);

        assertEquals(UNDER_WAY, taxi.state());
    }

    @Test
    void each_stage_ends_what_the_document_says() {
        List<List<String>> real = Stream.of(Stage.values())
                .filter(stage -> stage != Stage.REPORTED)
                .map(stage -> List.of(stage.name(), after(stage, UNDER_WAY), after(stage, PLANNED)))
                .toList();

        assertEquals(
                DomainTables.rows("route.md", "stage").stream()
                        .map(row -> row.subList(0, 3))
                        .toList(),
                real);
    }

    private static String after(Stage stage, LegState before) {
        Traveller somebody = new Traveller();
        Leg leg = leg(KUNMING, before, somebody);
        List<Stage> earlier =
                switch (stage) {
                    case REPATRIATION -> List.of(Stage.DETENTION);
                    case BROKER -> List.of(Stage.TRANSIT, Stage.CONTACT_LOST);
                    default -> List.of(Stage.TRANSIT);
                };
        earlier.forEach(somebody::reaches);
        somebody.reaches(stage == Stage.TRANSIT ? on(leg(KUNMING, PLANNED, somebody)) : reportOf(stage), leg);
        return leg.state() == before ? "–" : leg.state().name();
    }

    @Test
    void somebody_who_was_not_away_comes_back_from_nowhere() {
        Leg planned = leg(KUNMING, PLANNED, first);

        first.reaches(Stage.BROKER, planned);

        assertEquals(PLANNED, planned.state());
    }

    @Test
    void an_arrest_on_arriving_ends_the_leg_as_done_and_the_plans_after_it() {
        Leg taxi = leg(LIAONING, UNDER_WAY, first);
        Leg bus = leg(LIAONING, PLANNED, first);
        first.reaches(Stage.TRANSIT);

        first.reaches(Stage.DETENTION, taxi, bus);

        assertEquals(List.of(DONE, ABORTED), List.of(taxi.state(), bus.state()));
    }

    @Test
    void whoever_is_moved_while_held_keeps_the_plans_for_after() {
        first.reaches(Stage.DETENTION);
        Leg plan = leg(KUNMING, PLANNED, first);

        first.reaches(Stage.DETENTION, plan);

        assertEquals(PLANNED, plan.state());
    }

    @Test
    void when_one_of_two_is_arrested_the_other_goes_on() {
        Leg taxi = leg(KUNMING, UNDER_WAY, first, second);
        first.reaches(Stage.TRANSIT, taxi);
        second.reaches(Stage.TRANSIT, taxi);

        first.reaches(Stage.DETENTION, taxi);
        assertEquals(List.of(UNDER_WAY, ABORTED, UNDER_WAY), states(taxi));

        second.reaches(Stage.MISSION, taxi);
        assertEquals(List.of(DONE, ABORTED, DONE), states(taxi));
    }

    @Test
    void a_leg_that_nobody_came_to_the_end_of_is_aborted() {
        Leg taxi = leg(KUNMING, UNDER_WAY, first, second);
        first.reaches(Stage.TRANSIT, taxi);

        first.reaches(Stage.CONTACT, taxi);
        second.reaches(Stage.WITHDRAWN, taxi);

        assertEquals(List.of(ABORTED, ABORTED, ABORTED), states(taxi));
    }

    @Test
    void what_one_of_two_did_not_come_along_to_is_taken_by_the_other() {
        Leg taxi = leg(KUNMING, PLANNED, first, second);

        first.reaches(Stage.DETENTION, taxi);
        second.reaches(on(taxi), taxi);

        assertEquals(List.of(UNDER_WAY, ABORTED, UNDER_WAY), states(taxi));
    }

    @Test
    void a_correction_of_something_else_keeps_who_has_left_and_one_of_the_state_speaks_for_all() {
        Leg taxi = leg(KUNMING, UNDER_WAY, first, second);
        first.reaches(Stage.DETENTION, taxi);

        Leg corrected = taxi.correctedTo(taxi.known(), Optional.empty(), CaseFixtures.by(HANEUL, taxi.caseId()), TODAY);
        assertEquals(List.of(UNDER_WAY, ABORTED, UNDER_WAY), states(corrected));

        assertEquals(List.of(DONE, DONE, DONE), states(CircumstanceFixtures.done(corrected)));
    }

    @Test
    void a_leg_that_was_struck_is_moved_by_nothing() {
        Leg taxi = leg(KUNMING, UNDER_WAY, first, second);
        first.reaches(Stage.DETENTION, taxi);

        taxi.strike("another taxi", CaseFixtures.by(HANEUL, taxi.caseId()));
        second.reaches(Stage.DETENTION, taxi);

        assertEquals(List.of(UNDER_WAY, ABORTED, UNDER_WAY), states(taxi));
        assertEquals("another taxi", taxi.strikeReason());
    }

    private List<LegState> states(Leg leg) {
        return List.of(leg.state(), leg.state(first.id()), leg.state(second.id()));
    }

    private static NewStage on(Leg leg) {
        return report(
                Stage.TRANSIT,
                StageDetails.none().onLeg(leg.original()).departing(Departure.PLANNED, CaseFixtures.allYes()));
    }

    private static Leg leg(Place to, LegState state, Traveller... travellers) {
        Set<ParticipantId> who = Stream.of(travellers).map(Traveller::id).collect(Collectors.toSet());
        return CircumstanceFixtures.leg(who, Means.TAXI, LIAONING, to, Optional.of(4), Optional.empty(), state);
    }
}
