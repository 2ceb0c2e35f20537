package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.cases.TakenOut;
import org.durumi.cases.TakingOutService;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.NewDevice;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.reports.CaseSummary;
import org.durumi.reports.Devices;
import org.durumi.reports.People;
import org.durumi.reports.Risk;
import org.durumi.reports.SummaryService;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who was entered by mistake counts for nothing, and is not lost, with the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
class TakenOutIT {
    private static final TeamId FAR_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000028");
    private static final Actor FAR =
            new Actor(new UserId("far-from-here"), Set.of(Role.SUPERVISOR), Optional.of(FAR_TEAM), "");
    private static final NewTakingOut WHY = new NewTakingOut("She is the same as in another case.");

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    TakingOutService takingOut;

    @Inject
    ClosureService closures;

    @Inject
    CircumstancesService circumstances;

    @Inject
    ConsentService consents;

    @Inject
    RiskService risks;

    @Inject
    SummaryService summaries;

    @Inject
    Told told;

    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;

    @BeforeEach
    void of_two_women_the_second_is_in_greater_danger() throws Exception {
        told.northTeam();
        told.team(FAR_TEAM, FAR);
        number = told.caseOf(HANEUL, WOMAN, WOMAN);
        List<Participant> both = told.participants(number);
        first = both.get(0).id();
        second = both.get(1).id();
        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone()));
        requests.does(
                HANEUL,
                () -> cases.enterStage(
                        number, second, told.report(Stage.BROKER), both.get(1).version()));
    }

    @Test
    void no_reader_counts_who_was_taken_out() throws Exception {
        assertEquals(Stage.BROKER, told.listed(number).stage());
        assertEquals(Level.MEDIUM, told.listed(number).level());
        assertFalse(open(second).isEmpty());

        takesOut(second);

        CaseFile line = told.listed(number);
        assertEquals(1, line.people());
        assertEquals(Stage.CONTACT, line.stage());
        assertEquals(Level.NOT_ASSESSED, line.level());
        assertEquals(1, line.notAssessed());
        CaseView view = view();
        assertEquals(Set.of(first), view.everybody());
        assertEquals(List.of("B"), labels(view.takenOut()));
        assertEquals("A, (B)", view.labels(Set.of(first, second)));
        assertEquals(
                List.of(first),
                requests.as(
                        HANEUL,
                        () -> consents.of(search.view(number, AccessGroup.CONSENT))
                                .without(ConsentPurpose.CASE_WORK)));
        RiskPanel panel = panel();
        assertEquals(
                List.of("A"),
                panel.participants().stream().map(ParticipantRisk::label).toList());
        assertTrue(panel.departureBlock(second).isEmpty());
        assertEquals(List.of(), open(second));
        assertTrue(panel.alerts().stream()
                .filter(each -> each.alert().participant().equals(second))
                .allMatch(each -> each.alert().closeReason().equals(WHY.why())));
        Map<Class<?>, Object> sections = sections();
        People people = (People) sections.get(People.class);
        assertEquals(1, people.people().size());
        assertEquals(1, people.takenOut().size());
        assertTrue(people.takenOut().get(0).contains(WHY.why()));
        assertEquals(1, ((Risk) sections.get(Risk.class)).people().size());
        assertFalse(sections.containsKey(Devices.class), "what was recorded of her is not printed");
        assertEquals(
                1,
                requests.as(HANEUL, () -> circumstances.view(number))
                        .of(second)
                        .devices()
                        .size());
        assertEquals(
                List.of("seo CHANGE DONE PARTICIPANT", "seo OPEN DONE JOURNEY,PARTICIPANT", "seo OPEN DONE TASK"),
                Database.lines(
                        "select actor || ' ' || action || ' ' || outcome || ' ' || array_to_string(field_groups, ',') as entry"
                                + " from access_entry where ? = any (case_refs) and actor = 'seo' order by entry",
                        number.value()));
    }

    @Test
    void nothing_is_recorded_of_her_until_she_is_put_in_again() throws Exception {
        int seen = told.participants(number).get(1).version();
        takesOut(second);
        for (Requests.Work work : List.<Requests.Work>of(
                () -> requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone())),
                () -> requests.does(
                        HANEUL, () -> cases.enterStage(number, second, told.report(Stage.CONTACT), seen + 1)),
                () -> requests.does(HANEUL, () -> cases.changeParticipant(number, second, WOMAN, seen + 1)),
                () -> requests.does(SEO, () -> takingOut.takeOut(number, second, WHY)),
                () -> requests.does(SEO, () -> risks.waiveDeparture(number, second, "a reason that is long enough")))) {
            assertEquals("taken-out.not-in", refusal(work));
        }
        requests.does(HANEUL, () -> cases.addParticipant(number, WOMAN, told.report(Stage.CONTACT)));
        assertEquals(List.of("A", "C"), labels(told.participants(number)));

        requests.does(SEO, () -> takingOut.putBack(number, second, new NewTakingOut("It was not the same woman.")));

        assertEquals(List.of("A", "B", "C"), labels(told.participants(number)));
        assertEquals(3, told.listed(number).people());
        assertEquals(Stage.BROKER, told.listed(number).stage());
        assertEquals(Level.MEDIUM, told.listed(number).level());
        assertFalse(open(second).isEmpty(), "raised anew");
        TakenOut act = requests.as(HANEUL, () -> takingOut.of(search.view(number, AccessGroup.PARTICIPANT)))
                .get(0);
        assertEquals(SEO.id(), act.putBack().orElseThrow().by());
        assertEquals("It was not the same woman.", act.whyBack());
        assertEquals(
                "taken-out.is-in", refusal(() -> requests.does(SEO, () -> takingOut.putBack(number, second, WHY))));
    }

    @Test
    void who_reads_that_nobody_was_taken_out_and_then_takes_somebody_out_reads_so() throws Exception {
        requests.does(SEO, () -> {
            assertEquals(List.of(), takingOut.of(search.view(number, AccessGroup.PARTICIPANT)));
            takingOut.takeOut(number, second, WHY);
            assertEquals(
                    1,
                    takingOut.of(search.view(number, AccessGroup.PARTICIPANT)).size());
        });
    }

    @Test
    void what_has_happened_to_her_is_told_again_when_she_is_put_in_again() throws Exception {
        leavesAndReachesAMission();
        assertTrue(open(second).contains(RuleGroup.HAS_LEFT));

        takesOut(second);
        assertEquals(List.of(), open(second));
        requests.does(SEO, () -> takingOut.putBack(number, second, WHY));

        assertTrue(open(second).contains(RuleGroup.HAS_LEFT));
    }

    private void leavesAndReachesAMission() throws Exception {
        StageDetails left = StageDetails.none()
                .departing(org.durumi.cases.Departure.HAS_LEFT, org.durumi.cases.CaseFixtures.allNo());
        int seen = told.participants(number).get(1).version();
        requests.does(HANEUL, () -> cases.enterStage(number, second, told.report(Stage.TRANSIT, left), seen));
        requests.does(HANEUL, () -> cases.enterStage(number, second, told.report(Stage.MISSION), seen + 1));
    }

    @Test
    void nobody_in_danger_and_nobody_last_is_taken_out_and_only_a_supervisor_of_the_team_does_it() throws Exception {
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> takingOut.takeOut(number, second, WHY)));
        assertThrows(NotFound.class, () -> requests.does(FAR, () -> takingOut.takeOut(number, second, WHY)));
        assertEquals(
                "taken-out.why.too-short",
                refusal(() -> requests.does(SEO, () -> takingOut.takeOut(number, second, new NewTakingOut("twice")))));
        int seen = told.participants(number).get(1).version();
        requests.does(HANEUL, () -> cases.enterStage(number, second, told.report(Stage.DETENTION), seen));
        assertEquals(
                "taken-out.in-danger", refusal(() -> requests.does(SEO, () -> takingOut.takeOut(number, second, WHY))));
        requests.does(HANEUL, () -> cases.enterStage(number, second, told.report(Stage.CONTACT), seen + 1));
        assertEquals(
                "taken-out.in-danger",
                refusal(() -> requests.does(SEO, () -> takingOut.takeOut(number, second, WHY))),
                "nobody has confirmed that she is out");

        takesOut(first);

        assertEquals("taken-out.last", refusal(() -> requests.does(SEO, () -> takingOut.takeOut(number, second, WHY))));
        CaseNumber other = told.caseOf(HANEUL, WOMAN, WOMAN);
        ParticipantId one = told.participants(other).get(0).id();
        requests.does(SEO, () -> closures.close(other, new NewClosure(CloseReason.OTHER, "they asked us to")));
        assertEquals("case.closed", refusal(() -> requests.does(SEO, () -> takingOut.takeOut(other, one, WHY))));
    }

    @Test
    void whoever_is_taken_out_past_the_application_is_reckoned_all_the_same() throws Exception {
        requests.does(SEO, () -> takingOut.takeOut(number, first, WHY));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate("update participant set taken_out = (select taken_out from participant where id = '"
                    + first + "') where id = '" + second + "'");
        }

        requests.does(SEO, () -> takingOut.of(search.view(number, AccessGroup.PARTICIPANT)));

        CaseView view = view();
        assertEquals(Set.of(second), view.everybody());
        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone()));
        assertTrue(panel().of(second).isPresent());
        assertTrue(panel().openAlerts().stream().anyMatch(each -> each.alert().group() == RuleGroup.CHANGED_OUTSIDE));
    }

    @Test
    void nobody_leaves_a_case_of_which_something_was_changed_past_the_application() throws Exception {
        requests.does(HANEUL, () -> circumstances.recordDevice(number, first, phone()));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate("update device set sealed_state = sealed where participant_id = '" + first + "'");
        }
        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone()));

        assertEquals(
                "taken-out.distrusted",
                refusal(() -> requests.does(SEO, () -> takingOut.takeOut(number, second, WHY))));
    }

    private void takesOut(ParticipantId who) throws Exception {
        requests.does(SEO, () -> takingOut.takeOut(number, who, WHY));
    }

    private Map<Class<?>, Object> sections() throws Exception {
        CaseSummary summary = requests.as(HANEUL, () -> summaries.internal(number, texts()));
        return summary.sections().stream().collect(Collectors.toMap(Object::getClass, each -> each));
    }

    private static Texts texts() {
        return new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    }

    private CaseView view() throws Exception {
        return requests.as(
                HANEUL, () -> search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY));
    }

    private RiskPanel panel() throws Exception {
        return requests.as(HANEUL, () -> risks.panel(number));
    }

    /** What is open about somebody. */
    private List<RuleGroup> open(ParticipantId who) throws Exception {
        return panel().openAlerts().stream()
                .filter(each -> each.alert().participant().equals(who))
                .map(each -> each.alert().group())
                .toList();
    }

    private static List<String> labels(List<Participant> people) {
        return people.stream().map(Participant::label).toList();
    }

    private static String refusal(Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).messageKey();
    }

    private static NewDevice phone() {
        return new NewDevice(
                "old phone",
                "",
                Answer.YES,
                Answer.YES,
                false,
                false,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
    }
}
