package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertState;
import org.durumi.risk.Finding;
import org.durumi.risk.ParticipantRisk;
import org.durumi.risk.RiskAlert;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.durumi.risk.RuleCode;
import org.durumi.risk.RuleGroup;
import org.durumi.risk.Variant;
import org.durumi.route.Stage;
import org.durumi.web.support.OncePerPage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is not heard of raises the risk of the case, without anybody opening it. */
@ExtendWith(ArquillianExtension.class)
class SilenceIT {
    private static final NewCheckInPlan DAILY =
            new NewCheckInPlan(24, 60, Optional.empty(), Optional.empty(), "over the shop", "spring onion", "the soup");

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    CheckInService service;

    @Inject
    RiskService risks;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CheckIns checkIns;

    @Inject
    OncePerPage once;

    @Inject
    Climb climb;

    @Inject
    JobRunner runner;

    @Inject
    Clock clock;

    private CaseNumber number;
    private ParticipantId who;
    private Instant due;

    @BeforeEach
    void somebody_is_awaited_every_day() throws Exception {
        told.northTeam();
        number = told.caseOf(HANEUL, WOMAN);
        who = told.participants(number).getFirst().id();
        requests.does(HANEUL, () -> service.agree(number, who, DAILY));
        due = clock.instant().plus(Duration.ofHours(24));
    }

    @AfterEach
    void nobody_is_awaited_for_ever() throws SQLException {
        asSuperuser("update check_in_climb set next_at = null, step = null, reached = null, missed_since = null,"
                + " misses = 0, duress_at = null");
        asSuperuser("delete from job");
    }

    @Test
    void what_is_missed_raises_the_risk_by_itself_and_that_somebody_is_heard_of_lowers_it() throws Exception {
        assertEquals(Level.LOW, risk().level(), "somebody of whom it is agreed when they call is assessed");

        missesUntil(Duration.ofMinutes(61));
        assertEquals(10, risk().score());
        assertEquals(Variant.MISSED_ONCE, silence().variant());
        assertEquals(List.of(), alerts(), "once may be a lost signal");

        missesUntil(Duration.ofHours(25));
        assertEquals(Level.HIGH, told.listed(number).level(), "the list shows it, and nobody has opened the case");
        assertEquals(20, risk().score());
        assertEquals(2, silence().inputs().getFirst());
        EntryId alert = alert().id();
        assertEquals(Level.HIGH, alert().level());

        missesUntil(Duration.ofHours(49));
        assertEquals(3, silence().inputs().getFirst());
        assertEquals(List.of(alert), alerts().stream().map(RiskAlert::id).toList(), "the same is told anew");

        requests.does(HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.OK, "")));
        assertEquals(0, risk().score());
        assertEquals(Level.LOW, risk().level());
        assertEquals(AlertState.RESOLVED, alert().state());
    }

    @Test
    void a_contact_lowers_it_too() throws Exception {
        missesUntil(Duration.ofHours(25));
        told.enters(number, told.report(Stage.CONTACT_LOST));
        assertEquals(Level.HIGH, risk().level());
        assertEquals(List.of(RuleCode.R15), risk().carried().orElseThrow().rules());
        // They were awaited today.
        asSuperuser(
                "update check_in_step set due_at = due_at - interval '25 hours' where participant_id = '" + who + "'");
        told.enters(number, told.report(Stage.CONTACT));
        assertEquals(0, risk().score());
    }

    @Test
    void that_a_supervisor_pauses_or_ends_what_was_agreed_lowers_nothing() throws Exception {
        missesUntil(Duration.ofHours(25));
        requests.does(SEO, () -> service.pause(number, who, new NewPause(48, "her phone is being repaired")));
        assertEquals(20, risk().score());
        requests.does(SEO, () -> service.end(number, who, new NewPlanEnd("she has no phone any more")));
        assertEquals(20, risk().score());
        assertEquals(Level.HIGH, risk().level());
        requests.does(HANEUL, () -> service.agree(number, who, DAILY));
        assertEquals(20, risk().score());
        requests.does(
                HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.THIRD_PARTY, "a cousin saw her")));
        assertEquals(0, risk().score());
    }

    @Test
    void duress_is_critical_as_soon_as_it_is_recorded_until_it_is_dealt_with_and_they_are_heard_of() throws Exception {
        requests.does(HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.DURESS, "")));
        assertEquals(Level.CRITICAL, told.listed(number).level());
        assertEquals(Variant.DURESS, silence().variant());
        assertEquals(Level.CRITICAL, alert().level());

        requests.does(HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.OK, "")));
        assertEquals(Level.CRITICAL, risk().level(), "whoever holds them can let them say so");
        requests.does(SEO, () -> service.answerDuress(number, who, new NewDuressAnswer("friends brought her away")));
        assertEquals(Level.CRITICAL, risk().level());
        requests.does(HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.OK, "")));
        assertEquals(Level.LOW, risk().level());
        assertTrue(alerts().stream().allMatch(each -> each.state() == AlertState.RESOLVED));
    }

    @Test
    void how_often_others_call_pushes_nobody_out_of_what_the_rules_read() throws Exception {
        requests.does(HANEUL, () -> cases.addParticipant(number, WOMAN, told.report(Stage.CONTACT)));
        ParticipantId other = told.participants(number).getLast().id();
        requests.does(HANEUL, () -> service.agree(number, other, DAILY));
        for (ParticipantId each : List.of(who, other, other, other)) {
            requests.does(HANEUL, () -> service.heard(number, each, new NewCheckIn(CheckInKind.OK, "")));
        }
        CaseId id = requests.as(HANEUL, () -> search.view(number, AccessGroup.PARTICIPANT))
                .file()
                .id();

        List<CheckIn> latest = requests.as(HANEUL, () -> once.read(() -> checkIns.heardOfEach(id, 1)));

        assertEquals(
                Set.of(who, other), latest.stream().map(CheckIn::participant).collect(Collectors.toSet()));
        assertEquals(2, latest.size());
        missesUntil(Duration.ofHours(25));
        assertEquals(
                2,
                requests.as(HANEUL, () -> once.read(() -> checkIns.missedOfEach(id, 1)))
                        .size());
    }

    /** As if nobody had heard of them until so long after the first check-in; what the timer does on any node. */
    private void missesUntil(Duration after) throws Exception {
        Instant now = due.plus(after);
        try (Connection job = Database.job()) {
            climb.all(Statements.on(job), now);
        }
        // Others were told now: what is heard later is recorded by the clock.
        asSuperuser("update check_in_step set at = now() where participant_id = '" + who + "'");
        runner.work(now);
    }

    private ParticipantRisk risk() throws Exception {
        return panel().of(who).orElseThrow();
    }

    private Finding silence() throws Exception {
        return risk().findings().stream()
                .filter(each -> each.rule() == RuleCode.R15)
                .findFirst()
                .orElseThrow();
    }

    private RiskAlert alert() throws Exception {
        return alerts().getFirst();
    }

    private List<RiskAlert> alerts() throws Exception {
        return panel().alerts().stream()
                .map(AlertLine::alert)
                .filter(each -> each.group() == RuleGroup.CHECK_IN)
                .toList();
    }

    private RiskPanel panel() throws Exception {
        return requests.as(SEO, () -> risks.panel(number));
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
