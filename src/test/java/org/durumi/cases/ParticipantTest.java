package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.by;
import static org.durumi.cases.CaseFixtures.entered;
import static org.durumi.cases.CaseFixtures.report;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.cases.CaseFixtures.Journey;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.vault.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParticipantTest {
    static Stream<Arguments> everyPairOfStages() {
        return Stream.of(Stage.values())
                .flatMap(from -> Stream.of(Stage.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyPairOfStages")
    void a_journey_goes_where_the_table_lets_it_and_nowhere_else(Stage from, Stage to) {
        Journey journey = at(from);

        if (from.mayBecome(to)) {
            StageEntry entry = journey.enters(reportOf(to));

            assertEquals(to, journey.participant().stage());
            assertEquals(entry.id(), journey.participant().standingEntry());
            assertEquals(2, entry.position());
        } else {
            assertThrows(IllegalStageChange.class, () -> journey.enters(reportOf(to)));
            assertEquals(from, journey.participant().stage());
        }
    }

    @Test
    void only_the_search_for_a_broker_names_one_and_only_the_way_names_a_leg() {
        StageDetails broker = StageDetails.none().withBroker(BrokerId.create());
        StageDetails leg = StageDetails.none().onLeg(EntryId.create());

        for (Stage next : Stage.CONTACT.next()) {
            NewStage usual = reportOf(next);
            if (next != Stage.BROKER) {
                assertEquals("broker", fieldRefused(report(next, broker)));
            }
            if (next != Stage.TRANSIT) {
                assertEquals("leg", fieldRefused(report(next, leg)));
            }
            assertEquals(next, at(Stage.CONTACT).enters(usual).stage());
        }
        assertTrue(
                at(Stage.CONTACT).enters(report(Stage.BROKER, broker)).broker().isPresent());
    }

    @Test
    void a_detained_participant_cannot_arrive() {
        assertThrows(IllegalStageChange.class, () -> at(Stage.DETENTION).enters(reportOf(Stage.ARRIVAL)));
    }

    @ParameterizedTest
    @CsvSource({
        "DETENTION, CONTACT, WAITING",
        "DETENTION, DETENTION, NOT_NEEDED",
        "TRANSIT, DETENTION, NOT_NEEDED",
        "CONTACT_LOST, TRANSIT, WAITING",
        "TRANSIT, DECEASED, WAITING",
        "REPORTED, REPATRIATION, WAITING",
        "CONTACT, BROKER, NOT_NEEDED"
    })
    void a_supervisor_confirms_what_the_domain_names(Stage from, Stage to, Confirmation expected) {
        assertEquals(expected, at(from).enters(reportOf(to)).confirmation());
    }

    @Test
    void an_entry_that_waits_counts_at_once() {
        Journey detained = at(Stage.DETENTION);

        StageEntry released = detained.enters(reportOf(Stage.CONTACT));

        assertTrue(released.isWaiting());
        assertEquals(Stage.CONTACT, detained.participant().stage());
    }

    @Test
    void nobody_confirms_their_own_entry() {
        StageEntry waiting = at(Stage.DETENTION).enters(reportOf(Stage.CONTACT));

        assertThrows(RuleViolation.class, () -> waiting.confirm(by(HANEUL, waiting.caseId())));
        assertTrue(waiting.isWaiting());

        waiting.confirm(by(SEO, waiting.caseId()));

        assertEquals(Confirmation.CONFIRMED, waiting.confirmation());
        assertEquals(Optional.of(SEO.signed(NOW)), waiting.decided());
    }

    @Test
    void an_entry_that_is_sent_back_is_struck_and_the_journey_stands_where_it_stood() {
        Journey detained = at(Stage.DETENTION);
        StageEntry released = detained.enters(reportOf(Stage.CONTACT));

        released.sendBack("the source was wrong", detained.by(SEO));
        detained.participant()
                .standAgainOn(detained.standing(), released, detained.by(SEO).key());

        assertFalse(released.stands());
        assertEquals("the source was wrong", released.strikeReason());
        assertEquals(Stage.DETENTION, detained.participant().stage());
    }

    @Test
    void a_correction_takes_the_place_of_the_wrong_entry_and_strikes_it() {
        Journey detained = at(Stage.DETENTION);

        StageEntry corrected = detained.corrects(
                new NewStage(
                        Stage.DETENTION,
                        PartialDate.on(TODAY.minusDays(5)),
                        TODAY,
                        KUNMING,
                        Certainty.CONFIRMED,
                        "",
                        StageDetails.none()),
                Optional.empty());

        assertFalse(detained.standing().stands());
        assertEquals("a mistake", detained.standing().strikeReason());
        assertEquals(1, corrected.position());
        assertEquals(Optional.of(detained.standing().id()), corrected.replaces());
        assertTrue(corrected.isWaiting());
        assertEquals(corrected.id(), detained.participant().standingEntry());
    }

    @Test
    void a_correction_must_fit_between_its_neighbours() {
        Journey contact = at(Stage.CONTACT);
        StageEntry broker = contact.enters(reportOf(Stage.BROKER));

        assertThrows(
                IllegalStageChange.class,
                () -> contact.participant()
                        .correct(
                                broker,
                                new StandingEntries(List.of(contact.standing(), broker)),
                                reportOf(Stage.REPATRIATION),
                                "wrong",
                                contact.by(HANEUL),
                                CaseFixtures.RULES));
        assertTrue(broker.stands());
    }

    @Test
    void a_correction_that_is_sent_back_restores_what_it_replaced() {
        Journey detained = at(Stage.DETENTION);
        StageEntry corrected = detained.corrects(reportOf(Stage.CONTACT_LOST), Optional.empty());
        corrected.sendBack("no", detained.by(SEO));

        StageEntry restored = detained.participant().restore(detained.standing(), corrected, detained.by(SEO));

        assertEquals(detained.standing().reported(), restored.reported());
        assertEquals(Optional.of(corrected.id()), restored.replaces());
        assertEquals(Stage.DETENTION, detained.participant().stage());
        assertEquals(restored.id(), detained.participant().standingEntry());
    }

    @Test
    void an_entry_is_corrected_with_a_reason_and_only_once() {
        Journey detained = at(Stage.DETENTION);

        RuleViolation missing = assertThrows(
                RuleViolation.class,
                () -> detained.participant()
                        .correct(
                                detained.standing(),
                                detained.journey(),
                                reportOf(Stage.DETENTION),
                                " ",
                                detained.by(HANEUL),
                                CaseFixtures.RULES));
        assertEquals("correctionReason", missing.field());

        detained.corrects(reportOf(Stage.DETENTION), Optional.empty());
        assertThrows(RuleViolation.class, () -> detained.corrects(reportOf(Stage.DETENTION), Optional.empty()));
    }

    @Test
    void the_second_writer_is_told() {
        Participant participant = at(Stage.CONTACT).participant();
        NewParticipant other =
                new NewParticipant(ParticipantRole.COMPANION, AgeBand.UNKNOWN, Sex.FEMALE, Answer.UNKNOWN, Answer.NO);

        assertThrows(
                ChangedMeanwhile.class,
                () -> participant.change(
                        other,
                        participant.version() + 1,
                        by(HANEUL, participant.caseId()).key()));
        assertEquals(WOMAN, participant.known());
    }

    @ParameterizedTest
    @CsvSource({"0, A", "1, B", "25, Z", "26, AA", "27, AB"})
    void participants_are_called_by_letters(int nth, String label) {
        assertEquals(label, entered(nth).label());
    }

    @Test
    void a_departure_says_whether_it_is_planned() {
        RuleViolation missing = assertThrows(
                RuleViolation.class, () -> at(Stage.BROKER).enters(report(Stage.TRANSIT, StageDetails.none())));

        assertEquals("departure", missing.field());
    }

    @Test
    void a_planned_departure_answers_the_whole_checklist() {
        StageDetails unanswered = StageDetails.none().departing(Departure.PLANNED, Checklist.notAsked());

        RuleViolation missing =
                assertThrows(RuleViolation.class, () -> at(Stage.BROKER).enters(report(Stage.TRANSIT, unanswered)));

        assertEquals("checklist", missing.field());
    }

    @Test
    void somebody_who_has_left_is_recorded_without_checklist_but_with_a_reason() {
        StageDetails left = StageDetails.none().departing(Departure.HAS_LEFT, Checklist.notAsked());
        NewStage silent = new NewStage(
                Stage.TRANSIT, PartialDate.on(TODAY), TODAY, new Place("", "CN"), Certainty.CONFIRMED, "", left);

        assertEquals(
                "reason",
                assertThrows(RuleViolation.class, () -> at(Stage.BROKER).enters(silent))
                        .field());
        assertEquals(
                Stage.TRANSIT,
                at(Stage.BROKER).enters(report(Stage.TRANSIT, left)).stage());
    }

    @Test
    void a_failed_attempt_says_how_it_failed() {
        RuleViolation missing = assertThrows(
                RuleViolation.class, () -> at(Stage.TRANSIT).enters(report(Stage.CONTACT, StageDetails.none())));

        assertEquals("attemptOutcome", missing.field());
    }

    @ParameterizedTest
    @CsvSource({"TRANSIT, DETENTION, CONTACT", "TRANSIT, CONTACT_LOST, BROKER", "TRANSIT, MISSION, CONTACT"})
    void a_failed_attempt_says_so_over_other_stages_too(Stage left, Stage then, Stage back) {
        Journey journey = at(left);
        StageEntry later = journey.enters(reportOf(then));
        StandingEntries both = new StandingEntries(List.of(journey.standing(), later));

        RuleViolation missing = assertThrows(
                RuleViolation.class,
                () -> journey.participant()
                        .enter(report(back, StageDetails.none()), both, journey.by(HANEUL), CaseFixtures.RULES));

        assertEquals("attemptOutcome", missing.field());
        assertEquals(
                back,
                journey.participant()
                        .enter(reportOf(back), both, journey.by(HANEUL), CaseFixtures.RULES)
                        .stage());
    }

    @ParameterizedTest
    @CsvSource({"REPORTED", "CONTACT", "BROKER", "CONTACT_LOST", "DETENTION"})
    void whoever_had_not_left_departs_from_wherever_they_were(Stage from) {
        assertEquals(
                "departure",
                assertThrows(RuleViolation.class, () -> at(from).enters(report(Stage.TRANSIT, StageDetails.none())))
                        .field());
    }

    @Test
    void a_repatriation_is_presumed_only_after_ninety_days_without_news() {
        StageDetails presumed = StageDetails.none().returned(ReturnKind.PRESUMED);

        RuleViolation early = assertThrows(
                RuleViolation.class, () -> at(Stage.DETENTION).enters(report(Stage.REPATRIATION, presumed)));
        assertEquals("returnKind", early.field());

        Participant silent = entered(0);
        NewStage longAgo = new NewStage(
                Stage.DETENTION,
                PartialDate.on(TODAY.minusDays(90)),
                TODAY.minusDays(90),
                KUNMING,
                Certainty.CONFIRMED,
                "",
                StageDetails.none());
        Recording byHaneul = CaseFixtures.by(HANEUL, silent.caseId());
        StageEntry held = silent.begin(longAgo, byHaneul);

        assertEquals(
                Stage.REPATRIATION,
                silent.enter(
                                report(Stage.REPATRIATION, presumed),
                                new StandingEntries(List.of(held)),
                                byHaneul,
                                CaseFixtures.RULES)
                        .stage());
    }

    @ParameterizedTest
    @CsvSource({"TRANSIT", "MISSION", "ARRIVAL"})
    void a_stage_abroad_names_its_country(Stage stage) {
        NewStage nowhere = new NewStage(
                stage,
                PartialDate.on(TODAY),
                TODAY,
                Place.unknown(),
                Certainty.PROBABLE,
                "told by a relative",
                reportOf(stage).details());

        assertEquals(
                "place.country",
                assertThrows(RuleViolation.class, () -> at(Stage.CONTACT).enters(nowhere))
                        .field());
    }

    @Test
    void an_arrest_at_an_unknown_place_is_recorded() {
        assertEquals(
                Stage.DETENTION,
                at(Stage.TRANSIT).enters(in(Place.unknown(), Stage.DETENTION)).stage());
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "ARRIVAL, KR, NOT_NEEDED",
        "ARRIVAL, CN, WAITING",
        "ARRIVAL, MM, WAITING",
        "ARRIVAL, KP, refused",
        "MISSION, CN, NOT_NEEDED",
        "MISSION, KP, refused"
    })
    void where_somebody_arrives_or_finds_a_mission(Stage stage, String country, String expected) {
        NewStage there = in(new Place("", country), stage);
        if (expected.equals("refused")) {
            assertEquals("place.country", refusedOnTheWay(there));
        } else {
            assertEquals(
                    Confirmation.valueOf(expected),
                    at(Stage.TRANSIT).enters(there).confirmation());
        }
    }

    @Test
    void who_is_sent_back_is_sent_to_the_north() {
        StageDetails back = StageDetails.none().returned(ReturnKind.CONFIRMED);

        assertEquals("place.country", refusedWhenHeld(in(KUNMING, Stage.REPATRIATION)));
        assertEquals(
                Stage.REPATRIATION,
                at(Stage.DETENTION).enters(report(Stage.REPATRIATION, back)).stage());
        assertEquals(
                Stage.REPATRIATION,
                at(Stage.DETENTION)
                        .enters(in(Place.unknown(), Stage.REPATRIATION))
                        .stage());
    }

    private static NewStage in(Place place, Stage stage) {
        NewStage usual = reportOf(stage);
        return new NewStage(
                stage, usual.happened(), usual.knownOn(), place, usual.certainty(), usual.reason(), usual.details());
    }

    private static String refusedOnTheWay(NewStage there) {
        return assertThrows(RuleViolation.class, () -> at(Stage.TRANSIT).enters(there))
                .field();
    }

    private static String refusedWhenHeld(NewStage there) {
        return assertThrows(RuleViolation.class, () -> at(Stage.DETENTION).enters(there))
                .field();
    }

    @Test
    void nothing_happens_in_the_future_or_after_it_was_known() {
        assertEquals("happened", fieldRefused(PartialDate.on(TODAY.plusDays(1)), TODAY));
        assertEquals("knownOn", fieldRefused(PartialDate.on(TODAY), TODAY.plusDays(1)));
        assertEquals("knownOn", fieldRefused(PartialDate.on(TODAY), TODAY.minusDays(1)));
    }

    private static String fieldRefused(PartialDate happened, java.time.LocalDate knownOn) {
        NewStage reported =
                new NewStage(Stage.BROKER, happened, knownOn, KUNMING, Certainty.PROBABLE, "", StageDetails.none());
        return fieldRefused(reported);
    }

    private static String fieldRefused(NewStage reported) {
        return assertThrows(RuleViolation.class, () -> at(Stage.CONTACT).enters(reported))
                .field();
    }
}
