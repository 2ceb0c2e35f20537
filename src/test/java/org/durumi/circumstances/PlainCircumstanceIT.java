package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.Confirmation;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Incidents, detentions, interventions and postings, recorded, corrected and agreed to in a case. */
@ExtendWith(ArquillianExtension.class)
class PlainCircumstanceIT {
    private static final Actor MIN = new Actor(new UserId("min"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final Actor STRANGER = new Actor(new UserId("bora"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");

    @Inject
    Requests requests;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CorrectionService corrections;

    @Inject
    Told told;

    private CaseNumber number;
    private ParticipantId who;

    @BeforeEach
    void a_woman_is_known() throws Exception {
        told.northTeam(MIN, STRANGER);
        number = told.caseOf(HANEUL, WOMAN);
        who = told.participants(number).getFirst().id();
    }

    @Test
    void what_led_to_an_arrest_stands_beside_it_whatever_is_corrected() throws Exception {
        EntryId call = records(incident(IncidentKind.OTHER, Certainty.POSSIBLE, Set.of()));
        EntryId arrest = records(incident(IncidentKind.ARREST, Certainty.CONFIRMED, Set.of(call)));

        requests.does(
                HANEUL,
                () -> corrections.correct(
                        number,
                        call,
                        incident(IncidentKind.OTHER, Certainty.PROBABLE, Set.of()),
                        "a second voice",
                        0,
                        Circumstances::incidents));

        List<Incident> standing = known().incidents();
        assertEquals(2, standing.size());
        Incident cause = standing.stream()
                .filter(each -> each.known().kind() == IncidentKind.OTHER)
                .findFirst()
                .orElseThrow();
        assertEquals(Certainty.PROBABLE, cause.known().certainty());
        assertEquals(Optional.of(call), cause.replaces());
        assertEquals(Confirmation.NOT_NEEDED, cause.confirmation(), "it lifts nothing");
        assertEquals(
                Set.of(cause.original()),
                standing.stream()
                        .filter(each -> each.id().equals(arrest))
                        .findFirst()
                        .orElseThrow()
                        .known()
                        .triggeredBy());
    }

    @Test
    void nothing_names_what_is_not_in_its_case() throws Exception {
        CaseNumber other = told.caseOf(HANEUL, WOMAN);
        ParticipantId stranger = told.participants(other).getFirst().id();
        EntryId entry = requests.as(HANEUL, () -> search.view(other, AccessGroup.JOURNEY))
                .entries()
                .getFirst()
                .id();
        EntryId elsewhere = requests.as(
                HANEUL,
                () -> circumstances.record(
                        other, incident(IncidentKind.RAID, Certainty.CONFIRMED, Set.of(), stranger)));

        assertThrows(
                NotFound.class, () -> records(incident(IncidentKind.ARREST, Certainty.CONFIRMED, Set.of(elsewhere))));
        assertThrows(
                NotFound.class, () -> records(incident(IncidentKind.ARREST, Certainty.CONFIRMED, Set.of(), stranger)));
        assertThrows(NotFound.class, () -> records(detention(Optional.of(entry))));
        assertThrows(
                NotFound.class,
                () -> requests.as(STRANGER, () -> circumstances.record(number, detention(Optional.empty()))),
                "nor does somebody else record in it");
        assertEquals(List.of(), known().plain());
    }

    @Test
    void a_reader_is_shown_and_named_only_the_kinds_that_were_asked_for() throws Exception {
        records(detention(Optional.empty()));
        records(incident(IncidentKind.ARREST, Certainty.CONFIRMED, Set.of()));

        Circumstances shown = requests.as(
                HANEUL,
                () -> circumstances.of(
                        search.view(number, AccessGroup.DETENTION).file(), AccessGroup.DETENTION));

        assertEquals(1, shown.detentions().size());
        assertEquals(List.of(), shown.incidents());
    }

    @Test
    void who_changes_a_kind_in_the_database_makes_the_row_unreadable() throws Exception {
        EntryId arrest = records(incident(IncidentKind.ARREST, Certainty.CONFIRMED, Set.of()));

        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertEquals(
                    1, statement.executeUpdate("update circumstance set kind = 'POSTING' where id = '" + arrest + "'"));
        }

        assertEquals(List.of(), known().plain());
    }

    @Test
    void a_public_appeal_waits_for_two_supervisors_who_did_not_record_it() throws Exception {
        EntryId appeal = records(intervention(InterventionKind.PUBLIC_APPEAL));
        records(intervention(InterventionKind.ACCESS));

        assertEquals(List.of(appeal), waiting(SEO));
        assertThrows(NotFound.class, () -> agrees(HANEUL, appeal), "a caseworker agrees to none");
        agrees(SEO, appeal);
        assertEquals(
                "entry.agreed",
                assertThrows(RuleViolation.class, () -> agrees(SEO, appeal)).messageKey());
        assertEquals(List.of(appeal), waiting(MIN), "one is not enough");
        agrees(MIN, appeal);

        assertEquals(List.of(), waiting(SEO));
        Intervention agreed = one(appeal);
        assertEquals(Confirmation.CONFIRMED, agreed.confirmation());
        assertEquals(SEO.id(), agreed.first().orElseThrow().by());
        assertEquals(MIN.id(), agreed.decided().orElseThrow().by());

        corrects(appeal, "another paper", 2);
        assertEquals(1, waiting(SEO).size(), "what was changed is agreed to anew");
        assertTrue(one(waiting(SEO).getFirst()).first().isEmpty());
    }

    @Test
    void an_appeal_that_is_sent_back_is_struck() throws Exception {
        EntryId appeal = records(intervention(InterventionKind.PUBLIC_APPEAL));
        agrees(SEO, appeal);

        requests.does(
                MIN,
                () -> corrections.sendBack(number, AccessGroup.INTERVENTION, appeal, "it would lead to her village"));

        assertEquals(List.of(), known().interventions());
        assertEquals(List.of(), waiting(SEO));
    }

    @Test
    void an_appeal_that_was_corrected_before_anybody_agreed_can_be_sent_back_too() throws Exception {
        EntryId appeal = records(intervention(InterventionKind.PUBLIC_APPEAL));
        corrects(appeal, "another paper", 0);
        EntryId corrected = waiting(SEO).getFirst();

        requests.does(
                SEO, () -> corrections.sendBack(number, AccessGroup.INTERVENTION, corrected, "it names their town"));

        assertEquals(List.of(), known().interventions());
        assertEquals(List.of(), waiting(SEO));
    }

    @Test
    void what_was_agreed_to_and_stands_again_waits_again() throws Exception {
        EntryId appeal = records(intervention(InterventionKind.PUBLIC_APPEAL));
        agrees(SEO, appeal);
        agrees(MIN, appeal);
        corrects(appeal, "in another paper", 2);
        EntryId corrected = waiting(SEO).getFirst();

        requests.does(SEO, () -> corrections.sendBack(number, AccessGroup.INTERVENTION, corrected, "it was agreed"));

        assertEquals(Confirmation.WAITING, known().interventions().getFirst().confirmation());
        assertEquals(1, waiting(MIN).size());
    }

    private <N extends Record & NewCircumstance> EntryId records(N known) throws Exception {
        return requests.as(HANEUL, () -> circumstances.record(number, known));
    }

    private void agrees(Actor supervisor, EntryId id) throws Exception {
        requests.does(supervisor, () -> corrections.confirm(number, AccessGroup.INTERVENTION, id));
    }

    /** Another appeal takes the place of one. */
    private void corrects(EntryId appeal, String why, int seen) throws Exception {
        requests.does(
                HANEUL,
                () -> corrections.correct(
                        number,
                        appeal,
                        intervention(InterventionKind.PUBLIC_APPEAL),
                        why,
                        seen,
                        Circumstances::interventions));
    }

    private List<EntryId> waiting(Actor supervisor) throws Exception {
        return requests.as(supervisor, () -> corrections.waiting()).stream()
                .filter(each -> each.number().equals(number))
                .<EntryId>map(each -> each.entry().id())
                .toList();
    }

    private Circumstances known() throws Exception {
        return requests.as(HANEUL, () -> circumstances.view(number));
    }

    private Intervention one(EntryId id) throws Exception {
        return known().interventions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private NewIncident incident(IncidentKind kind, Certainty certainty, Set<EntryId> causes) {
        return incident(kind, certainty, causes, who);
    }

    private NewIncident incident(IncidentKind kind, Certainty certainty, Set<EntryId> causes, ParticipantId affected) {
        return new NewIncident(
                Set.of(affected), kind, PartialDate.on(told.today()), KUNMING, "", "", certainty, causes);
    }

    private NewDetention detention(Optional<EntryId> entry) {
        return new NewDetention(
                Set.of(who),
                entry,
                "Kunming police",
                Place.unknown(),
                PartialDate.unknown(),
                DetentionState.HELD,
                Answer.NO,
                Contact.REFUSED,
                Contact.REFUSED,
                Contact.UNKNOWN,
                PartialDate.unknown(),
                "");
    }

    private NewIntervention intervention(InterventionKind kind) {
        return new NewIntervention(
                Set.of(who),
                Addressee.UNHCR,
                "",
                kind,
                PartialDate.unknown(),
                InterventionAnswer.NONE_YET,
                PartialDate.unknown(),
                "");
    }
}
