package org.durumi.stances;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Level;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.risk.AlertLine;
import org.durumi.risk.RiskAlert;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.durumi.risk.RuleGroup;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.route.Stance;
import org.durumi.work.JobKind;
import org.durumi.work.JobService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a country does is changed by a supervisor and an administrator together, and counts in every case then. */
@ExtendWith(ArquillianExtension.class)
class StanceIT {
    /** A country of no other test, which nobody has recorded: unclear. */
    private static final CountryCode FIJI = new CountryCode("FJ");

    @Inject
    Requests requests;

    @Inject
    StanceService service;

    @Inject
    StanceProposals proposals;

    @Inject
    Countries countries;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    ClosureService closures;

    @Inject
    DecisionService decisions;

    @Inject
    RiskService risks;

    @Inject
    JobService jobs;

    @Inject
    Told told;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    private Actor worker;
    private Actor supervisor;
    private Actor administrator;
    private CaseNumber number;

    @BeforeEach
    void a_supervisor_and_an_administrator() throws Exception {
        TeamId team = new TeamId(UUID.randomUUID());
        worker = new Actor(new UserId("stance-w-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        supervisor = new Actor(new UserId("stance-s-" + team.value()), Set.of(Role.SUPERVISOR), Optional.of(team), "");
        administrator =
                new Actor(new UserId("stance-a-" + team.value()), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
        told.team(team, worker, supervisor);
        told.introduce(administrator);
        number = told.caseOf(worker, WOMAN);
        superuser("delete from job");
    }

    /** What was agreed on would count in every other test, and a second administrator would let the roles of others wait. */
    @AfterEach
    void nothing_of_it_stays() throws Exception {
        superuser("delete from stance_answer; delete from stance_proposal; delete from job");
        told.losesRole(administrator);
    }

    @Test
    void it_counts_once_somebody_of_the_other_role_has_confirmed_it() throws Exception {
        for (Actor[] both : new Actor[][] {{supervisor, administrator}, {administrator, supervisor}}) {
            Stance before = stance();
            Stance wanted = before == Stance.RETURNS ? Stance.PROTECTS : Stance.RETURNS;
            UUID id = propose(both[0], wanted);
            assertEquals(before, stance(), "one person changes nothing");
            assertEquals(List.of(id), awaiting(both[1]));
            assertEquals(List.of(), awaiting(both[0]));

            requests.does(both[1], () -> service.confirm(id));

            assertEquals(wanted, stance());
            assertEquals(List.of(), awaiting(both[1]));
            assertEquals("stance.settled", refusal(both[1], () -> service.confirm(id)));
            assertEquals("stance.settled", refusal(both[0], () -> service.withdraw(id)));
        }
        assertEquals(
                List.of("APPROVE DONE", "REQUEST DONE", "APPROVE DONE", "REQUEST DONE"),
                Database.lines("select action || ' ' || outcome from access_entry where field_groups ="
                        + " array['STANCE']::varchar[] and action in ('REQUEST', 'APPROVE') order by id desc limit 4"));
    }

    @Test
    void what_was_declined_or_withdrawn_changes_nothing() throws Exception {
        UUID declined = propose(supervisor, Stance.RETURNS);
        requests.does(administrator, () -> service.decline(declined));
        UUID withdrawn = propose(administrator, Stance.RETURNS);
        requests.does(administrator, () -> service.withdraw(withdrawn));

        assertEquals(Stance.UNCLEAR, stance());
        assertEquals(List.of(), Database.lines("select id::text from job"));
        StancesView view = requests.as(supervisor, () -> service.view(0));
        assertEquals(List.of(), view.waiting());
        assertEquals(
                List.of(StanceAnswer.WITHDRAWN, StanceAnswer.DECLINED),
                view.settled().rows().stream()
                        .map(each -> each.answer().orElseThrow().what())
                        .toList());
    }

    @Test
    void nobody_answers_their_own_nor_in_the_same_role() throws Exception {
        UUID id = propose(supervisor, Stance.PROTECTS);
        Actor colleague = as("stance-colleague-" + id, Role.SUPERVISOR);
        // Since then they have become an administrator.
        Actor changed = new Actor(supervisor.id(), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
        for (Actor each : List.of(supervisor, colleague, changed)) {
            assertEquals("stance.other-role", refusal(each, () -> service.confirm(id)));
            assertEquals("stance.other-role", refusal(each, () -> service.decline(id)));
        }
        for (Actor each : List.of(administrator, colleague)) {
            assertEquals("stance.of-another", refusal(each, () -> service.withdraw(id)));
        }
        assertEquals(Stance.UNCLEAR, stance());
        requests.does(changed, () -> service.withdraw(id));
    }

    @Test
    void what_somebody_proposed_who_lost_the_role_is_declined_and_not_confirmed() throws Exception {
        UUID id = propose(supervisor, Stance.PROTECTS);
        told.losesRole(supervisor);

        assertEquals("stance.void", refusal(administrator, () -> service.confirm(id)));
        assertEquals(Stance.UNCLEAR, stance());
        requests.does(administrator, () -> service.decline(id));
    }

    @Test
    void to_everybody_else_there_is_nothing_like_it() throws Exception {
        UUID id = propose(supervisor, Stance.PROTECTS);
        for (Role role : List.of(Role.CASEWORKER, Role.AUDITOR)) {
            Actor other = as("stance-other-" + role.name().toLowerCase(java.util.Locale.ROOT), role);
            for (Requests.Work act : List.<Requests.Work>of(
                    () -> service.view(0),
                    () -> service.requireProposer(),
                    () -> service.propose(wanted(Stance.RETURNS)),
                    () -> service.confirm(id),
                    () -> service.decline(id),
                    () -> service.withdraw(id))) {
                assertThrows(NotFound.class, () -> requests.does(other, act));
            }
            assertEquals(List.of(), awaiting(other));
        }
        assertThrows(NotFound.class, () -> requests.does(administrator, () -> service.confirm(UUID.randomUUID())));
    }

    @Test
    void what_makes_no_sense_is_refused_at_its_field() throws Exception {
        LocalDate today = told.today();
        for (Stance each : Stance.values()) {
            assertEquals("country stance.north", refused(new NewStance(new CountryCode("KP"), each, today, "a law")));
        }
        assertEquals(
                "since stance.since.future", refused(new NewStance(FIJI, Stance.RETURNS, today.plusDays(1), "a law")));
        assertEquals("stance stance.same", refused(wanted(Stance.UNCLEAR)));
        assertEquals(
                "stance stance.same",
                refused(new NewStance(new CountryCode("CN"), Stance.RETURNS, LocalDate.EPOCH.withYear(1900), "a law")));

        UUID id = propose(supervisor, Stance.RETURNS);
        assertEquals("country stance.waits", refused(wanted(Stance.PROTECTS)));
        requests.does(administrator, () -> service.confirm(id));
        assertEquals(
                "since stance.since.earlier",
                refused(new NewStance(FIJI, Stance.PROTECTS, today.minusDays(1), "a law")));
        for (String change : List.of("'KP'", "''")) {
            assertThrows(
                    SQLException.class,
                    () -> superuser("update stance_proposal set country = " + change),
                    "nor past the application");
        }
    }

    @Test
    void the_same_can_be_said_from_another_day_and_nobody_proposes_more_than_ten_in_a_day() throws Exception {
        NewStance better = new NewStance(new CountryCode("CN"), Stance.RETURNS, told.today(), "a newer law");
        for (int i = 0; i < StanceService.MOST_OF_A_DAY; i++) {
            UUID id = requests.as(supervisor, () -> service.propose(better));
            requests.does(supervisor, () -> service.withdraw(id));
        }
        assertEquals("stance.too-many", refusal(supervisor, () -> service.propose(better)));
        propose(administrator, Stance.RETURNS);
    }

    @Test
    void one_that_nobody_answered_expires_and_makes_room_for_another() throws Exception {
        StanceProposal old = StanceProposal.make(
                wanted(Stance.PROTECTS),
                Role.SUPERVISOR,
                new Signed(supervisor.id(), clock.instant().minus(Duration.ofDays(14))),
                macs);
        requests.does(supervisor, () -> proposals.add(old));

        assertEquals(List.of(), awaiting(administrator));
        assertEquals("stance.settled", refusal(administrator, () -> service.confirm(old.id())));
        propose(supervisor, Stance.PROTECTS);
    }

    @Test
    void a_row_that_somebody_slipped_in_or_changed_lets_its_country_count_as_the_worst_and_is_noticed()
            throws Exception {
        UUID id = propose(supervisor, Stance.PROTECTS);
        requests.does(administrator, () -> service.confirm(id));
        assertEquals(Stance.PROTECTS, stance());
        int before = refusals();

        superuser(
                "insert into stance_proposal select gen_random_uuid(), country, 'UNCLEAR', since, source, proposed_as,"
                        + " proposed_by, now(), mac from stance_proposal");
        superuser("insert into stance_answer select p.id, answer, answered_as, answered_by, now(), a.mac"
                + " from stance_proposal p, stance_answer a where p.stance = 'UNCLEAR'");
        assertEquals(Stance.RETURNS, stance(), "slipped in");
        superuser("update stance_proposal set country = 'XX' where stance = 'UNCLEAR'");
        assertEquals(Stance.PROTECTS, stance(), "of a country that there is not");
        superuser("delete from stance_answer where id <> '" + id + "'; delete from stance_proposal where id <> '" + id
                + "'");

        for (String change : List.of(
                "update stance_proposal set stance = 'UNCLEAR'",
                "update stance_proposal set stance = 'PROTECTS', since = since - 1",
                "update stance_proposal set since = since + 1; update stance_answer set answered_by = proposed_by"
                        + " from stance_proposal p where p.id = stance_answer.id")) {
            superuser(change);
            assertEquals(Stance.RETURNS, stance(), change);
        }
        assertEquals(before + 5, refusals(), "once for each reading");
        assertEquals(
                List.of("unknown"),
                Database.lines("select distinct actor from access_entry where outcome = 'REFUSED' and action = 'OPEN'"
                        + " and field_groups = array['STANCE']::varchar[]"),
                "whoever forged it chose the name in it");
        superuser(
                "update stance_answer set answered_by = '" + administrator.id().value() + "'");
        assertEquals(Stance.PROTECTS, stance());
    }

    @Test
    void the_application_writes_it_once_and_confirms_nothing_twice() throws Exception {
        UUID id = propose(supervisor, Stance.RETURNS);
        requests.does(administrator, () -> service.decline(id));
        for (String change : List.of(
                "update stance_proposal set stance = 'PROTECTS'",
                "delete from stance_proposal",
                "update stance_answer set answer = 'CONFIRMED'",
                "delete from stance_answer",
                "insert into stance_answer select id, 'CONFIRMED', answered_as, answered_by, answered_at, mac from stance_answer",
                "insert into country_stance (country, since, stance, source) values ('FJ', now(), 'PROTECTS', 'a law')",
                "select reassess_open_cases()")) {
            try (Connection app = Database.app();
                    Statement statement = app.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
        }
    }

    @Test
    void an_arrival_where_people_are_protected_needs_no_confirmation_any_more() throws Exception {
        enter(Stage.ARRIVAL);
        assertEquals(1, requests.as(supervisor, () -> decisions.waiting()).size(), "where nothing is known of it");

        agree(Stance.PROTECTS);
        number = told.caseOf(worker, WOMAN);
        enter(Stage.ARRIVAL);
        assertEquals(1, requests.as(supervisor, () -> decisions.waiting()).size(), "the earlier one still waits");
    }

    @Test
    void every_open_case_of_every_team_is_reckoned_anew_and_no_alert_ends_by_it() throws Exception {
        Actor elsewhere = new Actor(
                new UserId("stance-e-" + UUID.randomUUID()),
                Set.of(Role.CASEWORKER),
                Optional.of(new TeamId(UUID.randomUUID())),
                "");
        told.team(elsewhere.team().orElseThrow(), elsewhere);
        CaseId closed = id(worker, number);
        requests.does(
                supervisor,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "She wants no more contact.")));
        worker = elsewhere;
        number = told.caseOf(worker, WOMAN);
        CaseId open = id(worker, number);
        enter(Stage.DETENTION);
        assertEquals(Level.HIGH, level(), "where it is unclear");
        RiskAlert held = held();

        agree(Stance.RETURNS);
        assertEquals(
                List.of("true"),
                Database.lines(
                        "select by_day::text from job where due_at <= now() and case_id = ?::uuid",
                        open.value().toString()));
        assertEquals(
                List.of(),
                Database.lines(
                        "select id::text from job where due_at <= now() and case_id = ?::uuid",
                        closed.value().toString()));
        reckon(open);
        assertEquals(Level.CRITICAL, level());

        agree(Stance.PROTECTS);
        assertEquals(Level.CRITICAL, level(), "until the job is done");
        reckon(open);
        assertEquals(Level.MEDIUM, level());
        assertTrue(held().state().isOpen(), "who is held is held: a person resolves it");
        assertEquals(held.id(), held().id());
        assertTrue(
                panel().alerts().stream()
                        .map(AlertLine::alert)
                        .map(RiskAlert::level)
                        .collect(Collectors.toSet())
                        .contains(Level.CRITICAL),
                "what was raised stays in the history");
    }

    private void agree(Stance wanted) throws Exception {
        UUID id = propose(supervisor, wanted);
        requests.does(administrator, () -> service.confirm(id));
    }

    private UUID propose(Actor who, Stance wanted) throws Exception {
        return requests.as(who, () -> service.propose(wanted(wanted)));
    }

    private NewStance wanted(Stance stance) {
        return new NewStance(FIJI, stance, told.today(), " The law of this year ");
    }

    private String refused(NewStance wanted) throws Exception {
        RuleViolation refused =
                assertThrows(RuleViolation.class, () -> requests.does(administrator, () -> service.propose(wanted)));
        return refused.field() + " " + refused.messageKey();
    }

    private String refusal(Actor who, Requests.Work act) {
        return assertThrows(RuleViolation.class, () -> requests.does(who, act)).messageKey();
    }

    private List<UUID> awaiting(Actor who) throws Exception {
        return requests.as(who, () -> service.awaiting()).stream()
                .map(StanceProposal::id)
                .toList();
    }

    private Stance stance() throws Exception {
        return requests.as(worker, () -> countries.on(told.today()).of(FIJI.value()));
    }

    private void enter(Stage stage) throws Exception {
        NewStage next = new NewStage(
                stage,
                PartialDate.on(told.today()),
                told.today(),
                new Place("", FIJI.value()),
                Certainty.PROBABLE,
                "told by a relative",
                StageDetails.none());
        requests.does(worker, () -> {
            Participant who =
                    search.view(number, AccessGroup.PARTICIPANT).participants().getFirst();
            cases.enterStage(number, who.id(), next, who.version());
        });
    }

    /** As the timer does, in a request of its own, but of one case alone: others have cases too. */
    private void reckon(CaseId id) throws Exception {
        requests.does(worker, () -> jobs.work(JobKind.REASSESS, id, clock.instant()));
    }

    private Level level() throws Exception {
        return panel().participants().getFirst().level();
    }

    private RiskAlert held() throws Exception {
        return panel().alerts().stream()
                .map(AlertLine::alert)
                .filter(each -> each.group() == RuleGroup.HELD)
                .findFirst()
                .orElseThrow();
    }

    private RiskPanel panel() throws Exception {
        return requests.as(worker, () -> risks.panel(number));
    }

    private CaseId id(Actor who, CaseNumber which) throws Exception {
        return requests.as(
                who, () -> search.view(which, AccessGroup.CASE).file().id());
    }

    private static Actor as(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), Optional.empty(), "");
    }

    private static int refusals() throws SQLException {
        return Integer.parseInt(Database.lines("select count(*)::text from access_entry where outcome = 'REFUSED'"
                        + " and action = 'OPEN' and field_groups = array['STANCE']::varchar[]")
                .getFirst());
    }

    private static void superuser(String change) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(change);
        }
    }
}
