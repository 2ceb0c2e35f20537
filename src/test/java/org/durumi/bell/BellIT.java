package org.durumi.bell;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.GlassService;
import org.durumi.cases.NewGlass;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.requests.NewRequest;
import org.durumi.requests.RequestService;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertService;
import org.durumi.risk.RiskAlert;
import org.durumi.route.Stage;
import org.durumi.work.CheckInKind;
import org.durumi.work.CheckInService;
import org.durumi.work.NewCheckIn;
import org.durumi.work.NewCheckInPlan;
import org.durumi.work.NewTask;
import org.durumi.work.OverdueService;
import org.durumi.work.TaskService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bell counts what the page where somebody's day begins lists, for everybody, and tells nobody of what they may not open. */
@ExtendWith(ArquillianExtension.class)
class BellIT {
    private static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000af01");
    private static final TeamId FAR_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000af02");
    private static final Actor OWNER = actor("bell-owner", Role.CASEWORKER, TEAM);
    private static final Actor SUPERVISOR = actor("bell-supervisor", Role.SUPERVISOR, TEAM);
    private static final Actor COLLEAGUE = actor("bell-colleague", Role.CASEWORKER, TEAM);
    private static final Actor FAR = actor("bell-far", Role.SUPERVISOR, FAR_TEAM);
    private static final Actor READER = actor("bell-reader", Role.CASEWORKER, FAR_TEAM);
    private static final Actor AUDITOR =
            new Actor(new UserId("bell-auditor"), Set.of(Role.AUDITOR), Optional.empty(), "");
    private static final Actor ADMINISTRATOR =
            new Actor(new UserId("bell-admin"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
    private static final List<Actor> EVERYBODY =
            List.of(OWNER, SUPERVISOR, COLLEAGUE, FAR, READER, AUDITOR, ADMINISTRATOR);
    private static final NewCheckInPlan PLAN =
            new NewCheckInPlan(24, 60, Optional.empty(), Optional.empty(), "over the shop", "onion", "soup");

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    Bells bells;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CheckInService checkIns;

    @Inject
    OverdueService overdue;

    @Inject
    GlassService glass;

    @Inject
    AlertService alerts;

    @Inject
    RequestService asked;

    @Inject
    TaskService tasks;

    @Inject
    Clock clock;

    private CaseNumber number;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void two_teams_and_a_case() throws Exception {
        told.team(TEAM, OWNER, SUPERVISOR, COLLEAGUE);
        told.team(FAR_TEAM, FAR, READER);
        told.introduce(AUDITOR);
        number = told.caseOf(OWNER, WOMAN);
        withdraw();
    }

    @Test
    void it_counts_what_the_home_page_of_each_lists() throws Exception {
        assertEverybodysBellIsRight();
        duress();
        assertEverybodysBellIsRight();
        arrest();
        late();
        assertEverybodysBellIsRight();
        requests.does(
                READER, () -> glass.breakGlass(new NewGlass(number, "She calls from the bridge, nobody answers.")));
        assertEverybodysBellIsRight();

        Map<UserId, Waiting> all = waiting();
        Waiting owners = all.get(OWNER.id());
        assertTrue(owners.alerts() > 0 && owners.tasks() >= 3 && owners.emergencies() == 1, owners::toString);
        Waiting supervisors = all.get(SUPERVISOR.id());
        assertTrue(supervisors.alerts() > 0 && supervisors.checkIns() == 1, supervisors::toString);
        assertTrue(all.get(FAR.id()).checkIns() > 0, "of duress every supervisor is told");
        assertEquals(0, all.get(FAR.id()).alerts());
        assertEquals(Waiting.nothing(), all.get(COLLEAGUE.id()));
        assertEquals(Waiting.nothing(), all.get(ADMINISTRATOR.id()));

        AlertLine one = requests.as(SUPERVISOR, () -> alerts.ofTeam(0)).alerts().stream()
                .filter(each -> each.number().equals(number) && each.alert().isUnacknowledged())
                .findFirst()
                .orElseThrow();
        requests.does(
                OWNER,
                () -> alerts.acknowledge(number, one.alert().id(), one.alert().version()));
        assertEverybodysBellIsRight();
        assertEquals(owners.alerts() - 1, bells.of(OWNER).alerts(), "who has seen it can do no more");
        assertEquals(supervisors.alerts(), bells.of(SUPERVISOR).alerts(), "a supervisor has still to acknowledge it");
        requests.does(
                SUPERVISOR,
                () -> alerts.acknowledge(number, one.alert().id(), one.alert().version() + 1));
        assertEquals(supervisors.alerts() - 1, bells.of(SUPERVISOR).alerts());
        assertEverybodysBellIsRight();
    }

    @Test
    void what_a_caseworker_asks_for_counts_for_the_supervisors_of_the_team_who_may_answer_it() throws Exception {
        int before = bells.of(SUPERVISOR).requests();

        requests.does(
                OWNER,
                () -> asked.askDecision(number, new NewRequest("May we pay for a second night in the guest house?")));

        assertEquals(before + 1, bells.of(SUPERVISOR).requests());
        for (Actor each : List.of(OWNER, COLLEAGUE, FAR, READER, ADMINISTRATOR)) {
            assertEquals(0, bells.of(each).requests(), each.id().value());
        }
        assertEverybodysBellIsRight();
    }

    @Test
    void what_cannot_wait_is_told_with_its_number_to_those_alone_who_may_open_the_case() throws Exception {
        Instant since = clock.instant().minusSeconds(1);
        duress();
        arrest();
        requests.does(
                READER, () -> glass.breakGlass(new NewGlass(number, "She calls from the bridge, nobody answers.")));

        Map<UserId, List<Urgent>> urgent = bells.urgent(EVERYBODY, since);

        assertEquals(
                Set.of("ALERT " + number, "DURESS " + number, "GLASS " + number),
                said(urgent, SUPERVISOR),
                "their team's");
        assertEquals(
                Set.of("DURESS " + number, "GLASS " + number),
                said(urgent, OWNER),
                "but for what they raised themselves");
        assertEquals(Set.of("DURESS", "GLASS"), said(urgent, FAR));
        assertEquals(Set.of("GLASS"), said(urgent, AUDITOR));
        for (Actor each : List.of(COLLEAGUE, READER, ADMINISTRATOR)) {
            assertFalse(urgent.containsKey(each.id()), each.id().value());
        }
        assertEquals(Map.of(), bells.urgent(EVERYBODY, clock.instant().plusSeconds(1)), "since then nothing is new");
    }

    /** Who asks for many names each of them to the database: their transaction must be theirs again afterwards. */
    @Test
    void asking_for_others_leaves_the_transaction_its_person() throws SQLException {
        try (Connection app = Database.appOf(OWNER.id())) {
            for (String function : List.of(
                    "waiting_for(array['x'], array['x'], array[''], array['x'], current_date, 9)",
                    "urgent_for(array['x'], array['x'], array[''], array['x'], now(), 9)")) {
                app.prepareStatement("select * from " + function).execute();
                try (PreparedStatement ask = app.prepareStatement(
                                "select current_setting('app.user', true) || coalesce(current_setting('app.told', true), '')");
                        var answer = ask.executeQuery()) {
                    answer.next();
                    assertEquals(OWNER.id().value(), answer.getString(1));
                }
            }
        }
    }

    private void assertEverybodysBellIsRight() throws Exception {
        Map<UserId, Waiting> counted = waiting();
        for (Actor each : EVERYBODY) {
            assertEquals(listed(each), counted.get(each.id()), each.id().value());
            assertEquals(counted.get(each.id()), bells.of(each));
        }
    }

    private Map<UserId, Waiting> waiting() {
        List<Waiting> all = bells.of(EVERYBODY);
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .collect(Collectors.toMap(i -> EVERYBODY.get(i).id(), all::get));
    }

    /** What stands where somebody's day begins. */
    private Waiting listed(Actor who) throws Exception {
        return requests.as(
                who,
                () -> new Waiting(
                        glass.told().size(),
                        overdue.mine().all(),
                        (int) Stream.concat(
                                        alerts.ofTeam(0).alerts().stream(),
                                        alerts.mine(AlertService.PAGE).first().stream()
                                                .filter(each ->
                                                        each.alert().seen().isEmpty()))
                                .map(AlertLine::alert)
                                .filter(RiskAlert::isUnacknowledged)
                                .filter(each -> each.level().isAtLeast(Level.HIGH))
                                .count(),
                        asked.waiting(0, RequestService.PAGE).rows().size(),
                        tasks.due(TaskService.PAGE).all()));
    }

    private static Set<String> said(Map<UserId, List<Urgent>> urgent, Actor who) {
        return urgent.getOrDefault(who.id(), List.of()).stream()
                .map(each -> (each.kind() + " "
                                + each.number().map(CaseNumber::value).orElse(""))
                        .strip())
                .collect(Collectors.toSet());
    }

    private void arrest() throws Exception {
        Participant first = participant();
        requests.does(
                OWNER,
                () -> cases.enterStage(
                        number,
                        first.id(),
                        told.report(Stage.DETENTION, "her aunt heard it", StageDetails.none()),
                        first.version()));
    }

    private void duress() throws Exception {
        Participant first = participant();
        requests.does(OWNER, () -> checkIns.agree(number, first.id(), PLAN));
        requests.does(OWNER, () -> checkIns.heard(number, first.id(), new NewCheckIn(CheckInKind.DURESS, "soup")));
    }

    private void late() throws Exception {
        requests.does(
                OWNER,
                () -> tasks.write(number, new NewTask("call her", told.today(), Optional.empty(), Optional.empty())));
    }

    /** Nothing that another test of these people left behind. */
    private void withdraw() throws SQLException {
        try (Connection superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(
                    "update check_in_climb set next_at = null, step = null, reached = null, missed_since = null,"
                            + " misses = 0, duress_at = null");
            statement.execute("update glass_notice set seen_at = now() where seen_at is null");
            statement.execute("update notice set seen_at = now() where seen_at is null");
        }
    }

    private Participant participant() throws Exception {
        return requests.as(OWNER, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants()
                .getFirst();
    }
}
