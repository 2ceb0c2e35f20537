package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.Confirmation;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.TestKeys;
import org.durumi.vault.WillNotOpen;
import org.junit.jupiter.api.Test;

/** What rows of a case become in another one, into which some of its people go. */
class RowCopyTest {
    private static final PartialDate UNKNOWN = PartialDate.unknown();

    private final CaseFile file = OpenCases.ofOne();
    private final CaseFile other = OpenCases.ofOne();
    private final Recording recording = CaseFixtures.by(HANEUL, file.id());
    private final CaseKey there = TestKeys.of(other.id());
    private final ParticipantId stays = ParticipantId.create();
    private final ParticipantId goes = ParticipantId.create();
    private final ParticipantId inCopy = ParticipantId.create();
    private final RowCopy copy = new RowCopy(other.id(), there, Map.of(goes, inCopy));

    @Test
    void a_copy_is_recorded_by_whom_and_when_it_was_and_belongs_to_the_other_case() {
        Attempt first = Attempt.record(
                file, goes, 2, new NewAttempt(UNKNOWN, AttemptOutcome.TURNED_BACK, ""), recording, TODAY);
        Attempt row = first.correctedTo(
                new NewAttempt(UNKNOWN, AttemptOutcome.CAUGHT_BY_HOUSEHOLD, "locked in"), recording, TODAY);
        row.await(recording.key());
        Signed confirmed = SEO.signed(NOW.plusSeconds(60));
        row.confirm(new Recording(confirmed, recording.key()));
        EntryId before = row.id();

        row.copyInto(copy);
        row.open(there);

        assertNotEquals(before, row.id());
        assertEquals(copy.known(first.original()), Optional.of(row.id()), "what named the first names this one");
        assertEquals(row.id(), row.original());
        assertEquals(Optional.empty(), row.replaces());
        assertEquals(other.id(), row.caseId());
        assertEquals(inCopy, row.participant());
        assertEquals(2, row.number());
        assertEquals(recording.signed(), row.recorded());
        assertEquals(Confirmation.CONFIRMED, row.confirmation());
        assertEquals(Optional.of(confirmed), row.decided());
        assertEquals("locked in", row.consequences());
        assertThrows(WillNotOpen.class, () -> row.open(recording.key()));
    }

    @Test
    void of_what_concerns_several_people_the_part_of_those_who_go_goes() {
        EntryId entry = EntryId.create();
        EntryId cause = EntryId.create();
        EntryId entryThere = copy.id(entry);
        Set<ParticipantId> both = Set.of(stays, goes);
        Place nowhere = Place.unknown();
        List<NewCircumstance> known = List.of(
                new NewIncident(
                        both, IncidentKind.ARREST, UNKNOWN, KUNMING, "", "", Certainty.CONFIRMED, Set.of(entry, cause)),
                new NewDetention(
                        both,
                        Optional.of(entry),
                        "",
                        KUNMING,
                        UNKNOWN,
                        DetentionState.HELD,
                        Answer.UNKNOWN,
                        Contact.UNKNOWN,
                        Contact.UNKNOWN,
                        Contact.UNKNOWN,
                        UNKNOWN,
                        ""),
                new NewGroup(both, GroupKind.HOUSEHOLD, Optional.of(4), UNKNOWN, UNKNOWN, ""),
                new NewNeed(both, NeedKind.values()[0], UNKNOWN, UNKNOWN, ""),
                new NewReferral(
                        both,
                        ReferralKind.MEDICAL,
                        ReferredTo.ORGANISATION,
                        "a hospital",
                        ReferralState.ASKED,
                        PartialDate.on(TODAY),
                        UNKNOWN,
                        "",
                        "",
                        ""),
                new NewSafeContact(both, ContactChannel.CALL, "the old phone", "", "", UNKNOWN, UNKNOWN),
                new NewRelative(
                        both,
                        RelationshipKind.PARENT,
                        Whereabouts.values()[0],
                        nowhere,
                        Occupation.UNKNOWN,
                        Answer.UNKNOWN,
                        Exposure.UNKNOWN,
                        ""));

        for (NewCircumstance each : known) {
            PlainCircumstance<?> row = PlainCircumstance.record(file, each, recording, TODAY);
            assertTrue(row.goes(copy));
            row.copyInto(copy);
            row.open(there);
            assertEquals(Set.of(inCopy), row.whom(), each.circumstance().name());
            if (row.known() instanceof NewIncident incident) {
                assertEquals(Set.of(entryThere), incident.triggeredBy(), "what did not go led to nothing there");
            } else if (row.known() instanceof NewDetention detention) {
                assertEquals(Optional.of(entryThere), detention.entry());
            } else if (row.known() instanceof NewGroup group) {
                assertEquals(3, group.others());
            }
        }
        assertFalse(PlainCircumstance.record(
                        file, new NewNeed(Set.of(stays), NeedKind.values()[0], UNKNOWN, UNKNOWN, ""), recording, TODAY)
                .goes(copy));
    }

    @Test
    void a_relationship_goes_only_with_both() {
        ParticipantId alsoGoes = ParticipantId.create();
        RowCopy two = new RowCopy(other.id(), there, Map.of(goes, inCopy, alsoGoes, ParticipantId.create()));
        PlainCircumstance<?> apart = related(stays, goes);
        PlainCircumstance<?> together = related(alsoGoes, goes);

        assertFalse(apart.goes(two));
        assertTrue(together.goes(two));
        together.copyInto(two);
        together.open(there);
        assertEquals(Set.of(inCopy, two.of(alsoGoes)), together.whom());
    }

    private PlainCircumstance<?> related(ParticipantId one, ParticipantId another) {
        NewRelationship sisters =
                new NewRelationship(one, RelationshipKind.SIBLING, another, UNKNOWN, UNKNOWN, Certainty.CONFIRMED);
        return PlainCircumstance.record(file, sisters, recording, TODAY);
    }

    @Test
    void a_leg_goes_with_its_end_for_those_who_go() {
        for (boolean done : new boolean[] {true, false}) {
            EntryId arrest = EntryId.create();
            Leg leg = leg();
            leg.depart(stays, recording.key());
            leg.depart(goes, recording.key());
            leg.end(goes, done ? LegState.DONE : LegState.ABORTED, arrest, recording.key());
            assertEquals(LegState.UNDER_WAY, leg.state(), "for who stays");

            leg.copyInto(copy);
            leg.open(there);

            assertEquals(Set.of(inCopy), leg.travellers());
            assertEquals(done ? LegState.DONE : LegState.ABORTED, leg.state());
            assertEquals(leg.state(), leg.state(inCopy));
            assertEquals(copy.known(arrest), leg.endedBy(inCopy));
        }
        Leg underWay = leg();
        underWay.depart(stays, recording.key());
        underWay.end(stays, LegState.ABORTED, EntryId.create(), recording.key());
        underWay.copyInto(copy);
        underWay.open(there);
        assertEquals(LegState.UNDER_WAY, underWay.state(inCopy));
    }

    private Leg leg() {
        NewLeg taxi = new NewLeg(
                Set.of(stays, goes),
                LIAONING,
                KUNMING,
                Means.TAXI,
                "",
                Border.LAND,
                UNKNOWN,
                UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                LegState.PLANNED);
        return Leg.record(file, taxi, Optional.empty(), recording, TODAY);
    }

    @Test
    void what_is_bound_to_what_somebody_saw_stays_in_its_case() {
        Waiver waiver = Waiver.grant(
                file.id(),
                new WaivedContent(WaiverSubject.DEPARTURE, goes.value(), "hash"),
                List.of("R05"),
                "She knows the danger and has no other way.",
                recording);

        assertThrows(IllegalStateException.class, () -> waiver.copyInto(copy));
    }

    @Test
    void a_row_is_called_the_same_however_often_it_is_asked_for() {
        EntryId row = EntryId.create();
        EntryId corrected = EntryId.create();
        EntryId named = copy.id(row);
        copy.alias(corrected, row);
        copy.alias(row, EntryId.create());

        assertEquals(
                List.of(named, named, named),
                List.of(copy.id(row), copy.id(corrected), copy.known(row).orElseThrow()));
        assertEquals(Optional.empty(), copy.known(EntryId.create()));
        assertEquals(
                List.of(true, false), Stream.of(goes, stays).map(copy::takes).toList());
    }
}
