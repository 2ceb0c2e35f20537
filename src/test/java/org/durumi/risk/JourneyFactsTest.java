package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.report;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.durumi.circumstances.CircumstanceFixtures.leg;
import static org.durumi.circumstances.CircumstanceFixtures.reach;
import static org.durumi.circumstances.CircumstanceFixtures.taxi;
import static org.durumi.route.Stage.BROKER;
import static org.durumi.route.Stage.CONTACT;
import static org.durumi.route.Stage.CONTACT_LOST;
import static org.durumi.route.Stage.DECEASED;
import static org.durumi.route.Stage.DETENTION;
import static org.durumi.route.Stage.MISSION;
import static org.durumi.route.Stage.REPATRIATION;
import static org.durumi.route.Stage.TRANSIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseFixtures.Journey;
import org.durumi.cases.Checklist;
import org.durumi.cases.Departure;
import org.durumi.cases.NewStage;
import org.durumi.cases.StageDetails;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.LegState;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.PartialDate;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Means;
import org.durumi.route.Stage;
import org.junit.jupiter.api.Test;

/** What a journey tells the rules. */
class JourneyFactsTest {
    private static final BrokerId BROKER_17 = BrokerId.create();

    private static JourneyFacts journey(Stage first, NewStage... then) {
        Journey journey = at(first);
        List<StageEntry> entries = new ArrayList<>(List.of(journey.standing()));
        for (NewStage each : then) {
            StageEntry entry = journey.enters(each);
            entries.add(entry);
            journey = new Journey(journey.participant(), entry);
        }
        return new JourneyFacts(entries);
    }

    private static JourneyFacts journey(Stage first, Stage... then) {
        return journey(first, Stream.of(then).map(CaseFixtures::reportOf).toArray(NewStage[]::new));
    }

    private static List<Stage> carried(JourneyFacts journey) {
        return new JourneyFacts(journey.entries())
                .earlier().stream().map(Facts.Standing::stage).toList();
    }

    private static NewStage withBroker() {
        return report(BROKER, StageDetails.none().withBroker(BROKER_17).failed(AttemptOutcome.TURNED_BACK));
    }

    @Test
    void what_merely_happens_carries_everything_back_to_where_it_was_better() {
        assertEquals(List.of(), carried(journey(CONTACT, BROKER)));
        assertEquals(List.of(BROKER), carried(journey(CONTACT, BROKER, TRANSIT)));
        assertEquals(
                List.of(BROKER, TRANSIT, DETENTION),
                carried(journey(CONTACT, BROKER, TRANSIT, DETENTION, REPATRIATION)));
        assertEquals(List.of(MISSION), carried(journey(CONTACT, TRANSIT, MISSION, CONTACT_LOST)));
        assertEquals(List.of(), carried(journey(CONTACT, TRANSIT, CONTACT_LOST, CONTACT)));
    }

    @Test
    void a_release_lowers_nothing_until_a_supervisor_has_confirmed_it() {
        JourneyFacts released = journey(CONTACT, DETENTION, CONTACT);
        assertEquals(List.of(CONTACT, DETENTION), carried(released));

        CaseFixtures.confirm(released.entries().get(2), SEO.signed(NOW));

        assertEquals(List.of(), carried(released));
    }

    @Test
    void who_came_out_of_custody_was_heard_of_once_a_supervisor_has_confirmed_it() {
        JourneyFacts released = journey(CONTACT, DETENTION, CONTACT_LOST, CONTACT);
        assertEquals(released.entries().subList(0, 1), released.contacts());
        assertEquals(Optional.of(NOW), released.free());
        assertEquals(Optional.empty(), journey(CONTACT, DETENTION, CONTACT_LOST).free());
        assertEquals(Optional.empty(), journey(CONTACT, TRANSIT).free());

        JourneyFacts confirmed = journey(CONTACT, DETENTION, CONTACT);
        CaseFixtures.confirm(confirmed.entries().get(2), SEO.signed(NOW));
        assertEquals(2, new JourneyFacts(confirmed.entries()).contacts().size());
    }

    @Test
    void silence_after_an_arrest_hides_no_release_that_nobody_has_confirmed() {
        JourneyFacts found = journey(CONTACT, DETENTION, CONTACT_LOST, CONTACT);
        assertEquals(List.of(CONTACT, DETENTION, CONTACT_LOST), carried(found));

        CaseFixtures.confirm(found.entries().get(2), SEO.signed(NOW));
        assertEquals(List.of(CONTACT, DETENTION, CONTACT_LOST), carried(found), "that they are silent frees nobody");

        CaseFixtures.confirm(found.entries().get(3), SEO.signed(NOW));
        assertEquals(List.of(), carried(found));
    }

    @Test
    void what_follows_a_release_that_nobody_has_confirmed_lowers_nothing_either() {
        JourneyFacts engaged = journey(CONTACT, DETENTION, CONTACT, BROKER);
        assertEquals(List.of(CONTACT, DETENTION, CONTACT), carried(engaged));
        CaseFixtures.confirm(engaged.entries().get(2), SEO.signed(NOW));
        assertEquals(List.of(), carried(engaged));

        JourneyFacts returned = journey(CONTACT, DETENTION, REPATRIATION, CONTACT);
        assertEquals(List.of(CONTACT, DETENTION, REPATRIATION), carried(returned));
        CaseFixtures.confirm(returned.entries().get(2), SEO.signed(NOW));
        assertEquals(List.of(), carried(returned));
    }

    @Test
    void whoever_left_is_on_the_way_since_the_last_departure() {
        assertEquals(Optional.empty(), journey(CONTACT, CONTACT_LOST).daysOnTheWay(TODAY));
        assertEquals(Optional.empty(), journey(CONTACT, TRANSIT, CONTACT).daysOnTheWay(TODAY));
        assertEquals(Optional.of(3), journey(CONTACT, TRANSIT, DETENTION).daysOnTheWay(TODAY.plusDays(3)));

        NewStage leaving = reportOf(TRANSIT);
        NewStage someDay = new NewStage(
                TRANSIT,
                PartialDate.unknown(),
                TODAY,
                leaving.place(),
                leaving.certainty(),
                leaving.reason(),
                leaving.details());
        assertEquals(Optional.of(2), journey(CONTACT, someDay).daysOnTheWay(TODAY.plusDays(2)), "since it was known");
    }

    @Test
    void a_broker_is_engaged_until_somebody_is_back_in_contact() {
        assertEquals(Optional.of(BROKER_17), journey(CONTACT, withBroker()).engaged());
        assertEquals(
                Optional.of(BROKER_17),
                journey(CONTACT, withBroker(), reportOf(TRANSIT), reportOf(CONTACT_LOST))
                        .engaged());
        assertEquals(
                Optional.empty(),
                journey(CONTACT, withBroker(), reportOf(TRANSIT), reportOf(CONTACT))
                        .engaged());
        assertEquals(Optional.empty(), journey(CONTACT, BROKER).engaged());
        assertEquals(
                Optional.empty(),
                journey(CONTACT, withBroker(), reportOf(TRANSIT), reportOf(MISSION))
                        .engaged());
    }

    @Test
    void a_leg_counts_while_it_lies_ahead_and_after_it_until_they_come_back() {
        PartialDate unknown = PartialDate.unknown();
        Leg ahead = taxi(LegState.PLANNED, unknown, unknown);
        Leg done = taxi(LegState.DONE, unknown, unknown);
        Leg before = taxi(LegState.DONE, unknown, PartialDate.on(TODAY.minusDays(1)));
        Leg aborted = taxi(LegState.ABORTED, unknown, unknown);

        assertTrue(journey(CONTACT, new NewStage[0]).counts(ahead));
        assertFalse(journey(CONTACT, new NewStage[0]).counts(done));
        assertTrue(journey(CONTACT, TRANSIT).counts(done));
        assertTrue(journey(CONTACT, CONTACT_LOST).counts(done));
        assertTrue(journey(CONTACT, DETENTION, CONTACT).counts(done), "the release is not confirmed");
        assertFalse(journey(CONTACT, TRANSIT).counts(before), "it was over before they left");
        assertFalse(journey(CONTACT, TRANSIT, CONTACT).counts(done));
        assertFalse(journey(CONTACT, TRANSIT).counts(aborted));
        NewStage named = report(
                TRANSIT, StageDetails.none().onLeg(aborted.id()).departing(Departure.PLANNED, CaseFixtures.allYes()));
        assertTrue(journey(CONTACT, named, reportOf(DETENTION)).counts(aborted), "they were travelling it");
    }

    @Test
    void what_merely_happened_ends_no_leg_for_the_rules() {
        assertTrue(countsAfter(List.of(), DETENTION), "planned by somebody who was in contact");
        assertTrue(countsAfter(List.of(TRANSIT), DETENTION, CONTACT_LOST));
        assertFalse(countsAfter(List.of(TRANSIT), CONTACT), "they are back");
        assertFalse(countsAfter(List.of(DETENTION), DECEASED));
    }

    /** Whether a leg that was planned at the last of these stages counts after the others. */
    private static boolean countsAfter(List<Stage> before, Stage... then) {
        Journey journey = at(CONTACT);
        List<StageEntry> entries = new ArrayList<>(List.of(journey.standing()));
        List<Leg> legs = new ArrayList<>();
        for (Stage each : Stream.concat(before.stream(), Stream.of(then)).toList()) {
            if (entries.size() == before.size() + 1) {
                legs.add(leg(
                        Set.of(journey.participant().id()),
                        Means.TAXI,
                        LIAONING,
                        KUNMING,
                        Optional.of(4),
                        Optional.empty(),
                        LegState.PLANNED));
            }
            StageEntry entry = journey.enters(reportOf(each));
            reach(
                    legs,
                    journey.participant(),
                    entries.stream().map(StageEntry::stage).toList(),
                    entry);
            entries.add(entry);
            journey = new Journey(journey.participant(), entry);
        }
        assertEquals(LegState.ABORTED, legs.getFirst().state());
        return new JourneyFacts(entries).counts(legs.getFirst());
    }

    @Test
    void what_an_entry_ended_that_was_sent_back_still_counts() {
        Journey journey = at(CONTACT);
        List<StageEntry> entries = List.of(journey.standing());
        Leg planned = leg(
                Set.of(journey.participant().id()),
                Means.TAXI,
                LIAONING,
                KUNMING,
                Optional.of(4),
                Optional.empty(),
                LegState.PLANNED);

        reach(List.of(planned), journey.participant(), List.of(CONTACT), journey.enters(reportOf(DECEASED)));

        assertEquals(LegState.ABORTED, planned.state());
        assertTrue(new JourneyFacts(entries).counts(planned));
    }

    @Test
    void the_phones_were_taken_if_the_checklist_of_the_last_departure_says_so() {
        Checklist taken = new Checklist(Answer.NO, Answer.YES, Answer.YES, Answer.YES, Answer.YES);
        NewStage leaving = report(TRANSIT, StageDetails.none().departing(Departure.PLANNED, taken));

        assertTrue(journey(CONTACT, leaving).phonesTaken());
        assertTrue(journey(CONTACT, leaving, reportOf(DETENTION)).phonesTaken());
        assertFalse(journey(CONTACT, leaving, reportOf(CONTACT)).phonesTaken());
        assertFalse(journey(CONTACT, TRANSIT).phonesTaken());
    }

    @Test
    void where_somebody_stands_says_whether_they_have_left_and_since_when_it_is_known() {
        Facts.Standing silent = journey(CONTACT, CONTACT_LOST).standing();

        assertEquals(CONTACT_LOST, silent.stage());
        assertFalse(silent.left());
        assertEquals(TODAY, silent.since());
        assertTrue(journey(CONTACT, TRANSIT, CONTACT_LOST).standing().left());
    }
}
