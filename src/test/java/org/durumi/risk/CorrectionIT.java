package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.Checklist;
import org.durumi.cases.Confirmation;
import org.durumi.cases.DecisionService;
import org.durumi.cases.Departure;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.cases.WaitingEntry;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.CorrectionService;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.NewDevice;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is corrected stays, and what a correction would lift stands until a supervisor has confirmed it. */
@ExtendWith(ArquillianExtension.class)
class CorrectionIT {
    private static final Actor YUN = new Actor(new UserId("yun"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    private static final Actor HANEUL_AS_SUPERVISOR =
            new Actor(HANEUL.id(), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final NewDevice CARRIED = phone("old phone", Answer.YES);
    private static final NewDevice HARMLESS = phone("old phone", Answer.NO);

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    DecisionService decisions;

    @Inject
    StaffDirectory staff;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CorrectionService corrections;

    @Inject
    RiskService risks;

    @Inject
    Told told;

    private CaseNumber number;
    private ParticipantId who;
    private EntryId phone;

    @BeforeEach
    void a_woman_carries_a_registered_phone() throws Exception {
        told.northTeam(YUN);
        number = told.caseOf(HANEUL, WOMAN);
        who = told.participants(number).getFirst().id();
        phone = requests.as(HANEUL, () -> circumstances.recordDevice(number, who, CARRIED));
    }

    @Test
    void a_block_is_not_edited_away() throws Exception {
        corrects(phone, HARMLESS, "asked again");
        EntryId harmless = standing().getFirst().id();

        assertEquals(Answer.NO, standing().getFirst().carried(), "it counts at once");
        assertEquals(0, panel().of(who).orElseThrow().score());
        assertTrue(panel().departureBlock(who).isPresent());
        assertEquals("departure.blocked", refusal(this::leaves));

        corrects(harmless, phone("another name", Answer.NO), "a better name");

        assertTrue(panel().departureBlock(who).isPresent(), "nor by a second correction that lifts nothing itself");
        assertEquals("departure.blocked", refusal(this::leaves));
        EntryId waiting = waiting().getFirst().entry().id();
        assertEquals("A", waiting().getFirst().label());

        requests.does(SEO, () -> corrections.confirm(number, AccessGroup.DEVICE, waiting));

        assertEquals(List.of(), waiting());
        assertTrue(panel().departureBlock(who).isEmpty());
        leaves();
    }

    @Test
    void what_was_recorded_stays_struck_with_who_when_and_why() throws Exception {
        corrects(phone, HARMLESS, "asked again");

        Device before = history().stream()
                .filter(each -> each.id().equals(phone))
                .findFirst()
                .orElseThrow();
        assertEquals("asked again", before.strikeReason());
        assertEquals(HANEUL.id(), before.struck().orElseThrow().by());
        assertEquals(Answer.YES, before.carried());
        assertEquals(Optional.of(phone), standing().getFirst().replaces());
        assertEquals(1, standing().size());
    }

    @Test
    void whoever_corrected_does_not_confirm_whatever_they_have_become() throws Exception {
        corrects(phone, HARMLESS, "asked again");
        EntryId first = waiting().getFirst().entry().id();

        assertThrows(
                NotFound.class, () -> requests.does(YUN, () -> corrections.confirm(number, AccessGroup.DEVICE, first)));
        assertEquals("entry.own", refusal(() -> confirmsOwn(first)));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            assertEquals(
                    "23514",
                    assertThrows(
                                    SQLException.class,
                                    () -> statement.execute(
                                            "update device set confirmation = 'CONFIRMED', decided_by = recorded_by,"
                                                    + " decided_at = now() where id = '" + first + "'"))
                            .getSQLState(),
                    "the database refuses it too");
        }

        requests.does(SEO, () -> decisions.assign(number, YUN.id()));
        requests.does(
                YUN,
                () -> corrections.correctDevice(number, first, phone("my name for it", Answer.NO), "a better name", 0));
        EntryId second = waiting().getFirst().entry().id();

        assertEquals("entry.own", refusal(() -> confirmsOwn(second)), "nor what a colleague wrote over it");
        assertTrue(panel().departureBlock(who).isPresent());
    }

    @Test
    void what_is_sent_back_is_struck_and_what_was_confirmed_last_stands_again() throws Exception {
        corrects(phone, HARMLESS, "asked again");
        corrects(standing().getFirst().id(), phone("another name", Answer.NO), "a better name");
        EntryId waiting = waiting().getFirst().entry().id();

        assertEquals(
                "entry.reason.missing",
                refusal(() ->
                        requests.does(SEO, () -> corrections.sendBack(number, AccessGroup.DEVICE, waiting, "\u200b"))));
        requests.does(SEO, () -> corrections.sendBack(number, AccessGroup.DEVICE, waiting, "she was seen with it"));

        Device again = standing().getFirst();
        assertEquals(Answer.YES, again.carried());
        assertEquals(HANEUL.id(), again.recorded().by());
        assertEquals(4, history().size());
        assertEquals(List.of(), waiting());
        assertTrue(panel().departureBlock(who).isPresent());
        assertEquals(20, panel().of(who).orElseThrow().score());
        assertEquals(
                "entry.not-waiting",
                refusal(() -> requests.does(SEO, () -> corrections.confirm(number, AccessGroup.DEVICE, again.id()))));
    }

    @Test
    void a_correction_of_a_row_that_somebody_else_changed_can_be_confirmed_but_not_undone() throws Exception {
        corrects(phone, HARMLESS, "asked again");
        EntryId waiting = waiting().getFirst().entry().id();
        Database.lines("update device set struck_at = struck_at + interval '1 minute' where id = '" + phone
                + "' returning id::text");

        assertEquals(
                "confirmation.before.changed",
                refusal(() -> requests.does(
                        SEO, () -> corrections.sendBack(number, AccessGroup.DEVICE, waiting, "she was seen with it"))));
        requests.does(SEO, () -> corrections.confirm(number, AccessGroup.DEVICE, waiting));

        assertEquals(List.of(), waiting());
        assertEquals(
                "departure.blocked",
                refusal(this::leaves),
                "as long as nobody has looked at what somebody else changed");
    }

    @Test
    void two_phones_are_not_edited_away_one_after_the_other() throws Exception {
        EntryId second =
                requests.as(HANEUL, () -> circumstances.recordDevice(number, who, phone("second", Answer.YES)));

        corrects(phone, HARMLESS, "asked again");
        corrects(second, phone("second", Answer.NO), "asked again");

        assertEquals(2, waiting().size());
        EntryId one = waiting().getFirst().entry().id();
        requests.does(SEO, () -> corrections.confirm(number, AccessGroup.DEVICE, one));
        assertTrue(panel().departureBlock(who).isPresent());
    }

    @Test
    void a_correction_that_lifts_nothing_waits_for_nobody_and_needs_a_reason_too() throws Exception {
        assertEquals("correctionReason", refusedAt(() -> corrects(phone, phone("a name", Answer.YES), " ")));

        corrects(phone, phone("a name", Answer.YES), "a better name");

        assertEquals(Confirmation.NOT_NEEDED, standing().getFirst().confirmation());
        assertEquals(List.of(), waiting());
        assertThrows(ChangedMeanwhile.class, () -> corrects(phone, HARMLESS, "the old form once more"));
    }

    @Test
    void in_one_place_only_one_row_stands() throws Exception {
        corrects(phone, HARMLESS, "asked again");

        String also =
                "update device set struck_by = null, struck_at = null where id = '" + phone + "' returning id::text";
        assertEquals(
                "23505",
                assertThrows(SQLException.class, () -> Database.lines(also)).getSQLState());
    }

    private void confirmsOwn(EntryId id) throws Exception {
        requests.does(SEO, () -> staff.introduce(HANEUL.id(), "haneul", HANEUL_AS_SUPERVISOR.roles()));
        try {
            requests.does(HANEUL_AS_SUPERVISOR, () -> corrections.confirm(number, AccessGroup.DEVICE, id));
        } finally {
            requests.does(SEO, () -> staff.introduce(HANEUL.id(), "haneul", HANEUL.roles()));
        }
    }

    private void corrects(EntryId id, NewDevice known, String why) throws Exception {
        requests.does(HANEUL, () -> corrections.correctDevice(number, id, known, why, 0));
    }

    private void leaves() throws Exception {
        Participant standing = told.participants(number).getFirst();
        NewStage left = told.report(
                Stage.TRANSIT,
                "nobody is vetted",
                StageDetails.none()
                        .departing(
                                Departure.PLANNED,
                                new Checklist(Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.YES)));
        requests.does(HANEUL, () -> cases.enterStage(number, who, left, standing.version()));
    }

    private List<Device> standing() throws Exception {
        return requests.as(HANEUL, () -> circumstances.view(number)).devices();
    }

    private List<Device> history() throws Exception {
        return requests.as(
                        HANEUL,
                        () -> circumstances.history(
                                search.view(number, AccessGroup.DEVICE).file(), AccessGroup.DEVICE))
                .devices();
    }

    private List<WaitingEntry<Circumstance<?, ?, ?>>> waiting() throws Exception {
        return requests.as(SEO, () -> corrections.waiting()).stream()
                .filter(each -> each.number().equals(number))
                .toList();
    }

    private RiskPanel panel() throws Exception {
        return requests.as(SEO, () -> risks.panel(number));
    }

    private static NewDevice phone(String label, Answer registeredAndCarried) {
        return new NewDevice(
                label,
                "",
                registeredAndCarried,
                registeredAndCarried,
                false,
                true,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
    }

    private static String refusal(Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).messageKey();
    }

    private static String refusedAt(Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).field();
    }
}
