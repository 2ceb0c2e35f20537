package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.Waiver;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.Checklist;
import org.durumi.cases.DecisionService;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.CorrectionService;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewVulnerability;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.NewNormPrice;
import org.durumi.costs.NewQuote;
import org.durumi.costs.Norm;
import org.durumi.costs.NormPrice;
import org.durumi.costs.NormPricePage;
import org.durumi.costs.NormPriceService;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.costs.QuoteState;
import org.durumi.costs.Vetting;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two women on their way to Kunming, with the real server and the real database: the warning was there before they left. */
@ExtendWith(ArquillianExtension.class)
class KunmingIT {
    private static final Actor ADMIN = new Actor(new UserId("admin"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
    private static final Actor BAE = new Actor(new UserId("bae"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final TeamId FAR_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000009");
    private static final Actor FAR = new Actor(new UserId("far"), Set.of(Role.CASEWORKER), Optional.of(FAR_TEAM), "");
    private static final String REASON = "Both know the danger and have no other way to leave now.";

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CorrectionService corrections;

    @Inject
    NormPriceService norms;

    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    DecisionService decisions;

    @Inject
    RiskService risks;

    @Inject
    AlertService alerts;

    @Inject
    Told told;

    private LocalDate today;
    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;
    private BrokerId broker;
    private EntryId cheap;

    @BeforeEach
    void two_women_have_an_offer() throws Exception {
        today = told.today();
        told.northTeam(BAE);
        told.team(FAR_TEAM, FAR);
        requests.does(ADMIN, () -> norms.enter(norm()));
        number = told.caseOf(HANEUL, WOMAN, WOMAN);
        List<Participant> both = participants();
        first = both.get(0).id();
        second = both.get(1).id();
        broker = requests.as(HANEUL, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
    }

    @Test
    void the_warning_was_there_before_they_left() throws Exception {
        bothPlan();

        RiskPanel panel = panel(HANEUL);
        assertEquals(85, panel.of(first).orElseThrow().score());
        assertEquals(Level.CRITICAL, panel.of(first).orElseThrow().level());
        assertEquals(60, panel.of(second).orElseThrow().score());
        assertEquals(Level.HIGH, panel.of(second).orElseThrow().level());
        assertTrue(
                panel.of(first).orElseThrow().unknowns().contains(new Unknown(RuleCode.R10, Question.UPFRONT_SHARE)));
        assertTrue(panel.departureBlock(first).isPresent());
        assertTrue(panel.quoteBlock(cheap).isPresent());
        assertEquals(3, panel.blocks().size());
        assertEquals(
                Level.CRITICAL,
                requests.as(HANEUL, () -> search.list(CaseFilter.all())).lines().stream()
                        .filter(line -> line.file().number().equals(number))
                        .findFirst()
                        .orElseThrow()
                        .file()
                        .level());
        assertEquals(
                Map.of(RuleGroup.PHONE, Level.HIGH, RuleGroup.PRICE, Level.HIGH, RuleGroup.TOTAL, Level.CRITICAL),
                openAlerts(panel, first));
        Finding price = panel.of(first).orElseThrow().findings().stream()
                .filter(finding -> finding.rule() == RuleCode.R09)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(-75, won("2500000"), won("10000000")), price.inputs());
        assertEquals(Set.of(cheap), price.about());
    }

    @Test
    void whoever_granted_a_waiver_does_not_leave_with_it_whatever_they_have_become() throws Exception {
        bothPlan();
        requests.does(SEO, () -> risks.waiveDeparture(number, first, REASON));
        Actor caseworkerNow = new Actor(SEO.id(), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
        told.losesRole(SEO);
        told.introduce(caseworkerNow);
        try {
            requests.does(BAE, () -> decisions.assign(number, SEO.id()));
        } finally {
            told.losesRole(SEO);
            told.introduce(SEO);
        }
        NewStage leaving =
                told.report(Stage.TRANSIT, StageDetails.none().departing(Departure.PLANNED, CaseFixtures.allNo()));
        int seen = participants().stream()
                .filter(each -> each.id().equals(first))
                .mapToInt(Participant::version)
                .sum();

        assertEquals(
                "departure.blocked",
                refusal(() -> requests.does(caseworkerNow, () -> cases.enterStage(number, first, leaving, seen))));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            assertEquals(
                    "23514",
                    assertThrows(
                                    SQLException.class,
                                    () -> statement.execute(
                                            "update waiver set used_by = recorded_by, used_at = now() where used_at is null"))
                            .getSQLState(),
                    "the database refuses it too");
        }
        leaves(first, Departure.PLANNED);
    }

    @Test
    void a_block_refuses_until_a_supervisor_waives_it_and_a_changed_fact_voids_the_waiver() throws Exception {
        bothPlan();

        assertEquals("quote.blocked", refusal(() -> accept(cheap)));
        assertEquals("departure.blocked", refusal(() -> leaves(first, Departure.PLANNED)));
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> risks.waiveDeparture(number, first, REASON)));
        assertEquals(
                "waiver.reason.too-short",
                refusal(() -> requests.does(SEO, () -> risks.waiveDeparture(number, first, "too short"))));

        requests.does(SEO, () -> risks.waiveQuote(number, cheap, REASON));
        accept(cheap);
        requests.does(SEO, () -> risks.waiveDeparture(number, first, REASON));
        assertEquals(
                "waiver.already", refusal(() -> requests.does(SEO, () -> risks.waiveDeparture(number, first, REASON))));
        assertTrue(panel(SEO).departureBlock(first).orElseThrow().waiver().isPresent());
        assertEquals(
                List.of(REASON, REASON),
                panel(SEO).waivers().stream().map(Waiver::reason).toList());
        assertEquals(
                List.of(),
                Database.lines(
                        "select id from waiver where position(? in waiver::text) > 0"
                                + " or position(convert_to(?, 'UTF8') in sealed) > 0",
                        REASON,
                        REASON));

        requests.does(HANEUL, () -> circumstances.recordDevice(number, first, phone("second phone")));
        assertEquals("departure.blocked", refusal(() -> leaves(first, Departure.PLANNED)));

        requests.does(SEO, () -> risks.waiveDeparture(number, first, REASON));
        leaves(first, Departure.PLANNED);
        assertTrue(panel(SEO).waivers().stream()
                        .filter(each -> each.usedAt().isPresent())
                        .count()
                == 2);
        assertTrue(openAlerts(panel(SEO), first).containsKey(RuleGroup.TOTAL)
                || panel(SEO).of(first).orElseThrow().score() < 45);
    }

    @Test
    void what_a_risk_is_reckoned_from_is_read_by_the_system_once_in_a_request_and_shown_to_nobody() throws Exception {
        bothPlan();
        String last = Database.lines("select max(id)::text from access_entry").get(0);

        requests.does(SEO, () -> risks.waiveDeparture(number, first, REASON));
        leaves(first, Departure.PLANNED);

        assertEquals(
                List.of(
                        "risk SYSTEM OPEN RISK_FACTS of seo, OPEN RISK,WAIVER; APPROVE WAIVER",
                        "risk SYSTEM OPEN RISK_FACTS of haneul, OPEN JOURNEY; OPEN TASK; CHANGE JOURNEY"),
                Database.lines("""
                        select r.actor || ' ' || r.actor_role || r.session_tag || ' ' || r.action || ' '
                            || array_to_string(r.field_groups, ',') || ' of ' || min(p.actor) || ', '
                            || string_agg(p.action || ' ' || array_to_string(p.field_groups, ','), '; ' order by p.id)
                        from access_entry r join access_entry p on p.request_id = r.request_id and p.actor <> 'risk'
                        where r.id > ?::bigint and r.actor = 'risk' and r.action = 'OPEN' and r.case_refs = array[?]::varchar[]
                        group by r.id, r.actor, r.actor_role, r.session_tag, r.action, r.field_groups
                        order by r.id
                        """, last, number.value()));
        assertEquals(
                List.of("0"),
                Database.lines("select count(*)::text from access_entry where actor <> 'risk'"
                        + " and 'RISK_FACTS' = any (field_groups)"));
    }

    @Test
    void a_broker_who_is_vetted_is_one_reading_of_all_cases_with_an_offer_of_his() throws Exception {
        quote("10000000");
        CaseNumber other = told.caseOf(HANEUL, WOMAN, WOMAN);
        ParticipantId stranger = told.participants(other).get(0).id();
        requests.does(HANEUL, () -> quotes.record(other, offer("10000000", Set.of(stranger))));
        int seen = version();
        String last = Database.lines("select max(id)::text from access_entry").get(0);

        requests.does(SEO, () -> brokers.vet(broker, Vetting.SUSPENDED, seen));

        assertEquals(
                List.of(Stream.of(number, other).map(CaseNumber::value).sorted().collect(Collectors.joining(","))),
                Database.lines("""
                        select (select string_agg(n, ',' order by n) from unnest(case_refs) n) from access_entry
                        where id > ?::bigint and actor = 'risk' and action = 'OPEN'
                        """, last));
    }

    @Test
    void a_yes_that_the_record_contradicts_is_refused_at_its_field() throws Exception {
        bothPlan();

        assertEquals("phonesLeftHome", refusedAt(() -> enter(first, leaving(Answer.YES, Answer.NO))));
        assertEquals("brokerVetted", refusedAt(() -> enter(first, leaving(Answer.NO, Answer.YES))));
        enter(first, leaving(Answer.NO, Answer.NO));
    }

    private NewStage leaving(Answer phonesLeftHome, Answer brokerVetted) {
        return told.report(
                Stage.TRANSIT,
                StageDetails.none()
                        .departing(
                                Departure.HAS_LEFT,
                                new Checklist(phonesLeftHome, brokerVetted, Answer.YES, Answer.YES, Answer.YES)));
    }

    @Test
    void a_correction_does_not_get_past_a_block() throws Exception {
        bothPlan();
        leaves(first, Departure.HAS_LEFT);
        EntryId left = participants().get(0).standingEntry();
        NewStage planned =
                told.report(Stage.TRANSIT, StageDetails.none().departing(Departure.PLANNED, CaseFixtures.allNo()));

        assertEquals(
                "departure.blocked",
                refusal(() -> requests.does(HANEUL, () -> cases.correctEntry(number, left, planned, "wrong box"))));
        assertEquals(left, participants().get(0).standingEntry());
    }

    @Test
    void an_entry_names_only_a_broker_of_the_team_and_a_leg_on_which_its_participant_travels() throws Exception {
        BrokerId foreign = requests.as(FAR, () -> brokers.add(new NewBroker(BrokerKind.GUIDE, IntroducedBy.ONLINE)));
        CaseNumber other = told.caseOf(HANEUL, WOMAN, WOMAN);
        ParticipantId stranger = told.participants(other).get(0).id();
        EntryId leg = requests.as(HANEUL, () -> circumstances.recordLeg(other, taxi(stranger)));
        EntryId ofTheSecond = requests.as(HANEUL, () -> circumstances.recordLeg(number, taxi(second)));
        EntryId ofTheFirst = requests.as(HANEUL, () -> circumstances.recordLeg(number, taxi(first)));
        List<BrokerId> wrongBrokers = List.of(foreign, BrokerId.create(), blacklisted());
        List<EntryId> wrongLegs = List.of(leg, ofTheSecond, EntryId.create());

        for (BrokerId wrong : wrongBrokers) {
            assertEquals("broker", refusedAt(() -> enter(first, engaged(wrong))));
        }
        enter(first, engaged(broker));
        for (EntryId wrong : wrongLegs) {
            assertEquals("leg", refusedAt(() -> enter(first, underWay(wrong))));
        }
        EntryId looking = participants().get(0).standingEntry();
        for (BrokerId wrong : wrongBrokers) {
            assertEquals("broker", refusedAt(() -> correct(looking, engaged(wrong))));
        }
        enter(first, underWay(ofTheFirst));
        EntryId left = participants().get(0).standingEntry();
        for (EntryId wrong : wrongLegs) {
            assertEquals("leg", refusedAt(() -> correct(left, underWay(wrong))));
        }
        correct(left, underWay(ofTheFirst));

        for (String named : List.of("leg_id", "broker_id")) {
            for (Object wrong : List.of(leg, EntryId.create())) {
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> Database.lines(
                                "insert into stage_entry select (jsonb_populate_record(e, jsonb_build_object("
                                        + "'id', gen_random_uuid(), 'position', 99, '" + named + "', '" + wrong
                                        + "'))).* from stage_entry e where id = '" + left + "' returning id::text"));
                assertEquals("23503", refused.getSQLState(), named + " of another case, without the application");
            }
        }
    }

    @Test
    void who_is_with_a_broker_without_an_offer_is_warned_as_soon_as_he_is_suspended() throws Exception {
        enter(second, engaged(broker));
        int seen = version();

        requests.does(SEO, () -> brokers.vet(broker, Vetting.SUSPENDED, seen));

        assertEquals(25, panel(SEO).of(second).orElseThrow().score());
        assertEquals(0, panel(SEO).of(first).orElseThrow().score());
    }

    @Test
    void a_correction_keeps_a_broker_who_was_blacklisted_since() throws Exception {
        enter(first, engaged(broker));
        EntryId looking = participants().get(0).standingEntry();
        int seen = version();
        requests.does(SEO, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen));
        requests.does(BAE, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen + 1));

        correct(looking, engaged(broker));

        assertTrue(panel(SEO).of(first).orElseThrow().findings().stream()
                .anyMatch(finding -> finding.rule() == RuleCode.R11));
        assertEquals("broker", refusedAt(() -> enter(second, engaged(broker))));
    }

    @Test
    void nobody_plans_to_leave_with_a_blacklisted_broker_and_nobody_waives_it() throws Exception {
        EntryId forOne = requests.as(HANEUL, () -> quotes.record(number, offer("10000000", Set.of(first))));
        accept(forOne);
        enter(second, engaged(broker));
        int seen = version();
        requests.does(SEO, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen));
        requests.does(BAE, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen + 1));

        for (ParticipantId who : List.of(first, second)) {
            assertEquals("departure.blacklisted", refusal(() -> leaves(who, Departure.PLANNED)));
            assertEquals(
                    "departure.blacklisted",
                    refusal(() -> requests.does(SEO, () -> risks.waiveDeparture(number, who, REASON))));
            assertTrue(panel(SEO).departureBlock(who).orElseThrow().isFinal());
        }
        leaves(first, Departure.HAS_LEFT);
        assertEquals(Stage.TRANSIT, participants().getFirst().stage(), "what has happened is recorded");
    }

    @Test
    void what_makes_somebody_vulnerable_is_no_household_control_unless_it_says_so() throws Exception {
        requests.does(
                HANEUL,
                () -> circumstances.recordVulnerability(
                        number,
                        first,
                        new NewVulnerability(
                                VulnerabilityKind.FORCED_MARRIAGE, PartialDate.unknown(), PartialDate.unknown())));

        assertEquals(Level.NOT_ASSESSED, panel(SEO).of(first).orElseThrow().level());
    }

    @Test
    void a_phone_of_which_nobody_knows_is_carried_if_the_phones_were_not_left_at_home() throws Exception {
        NewDevice unknown = new NewDevice(
                "old phone",
                "",
                Answer.YES,
                Answer.UNKNOWN,
                false,
                false,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
        requests.does(HANEUL, () -> circumstances.recordDevice(number, first, unknown));
        EntryId taxi = requests.as(HANEUL, () -> circumstances.recordLeg(number, taxi()));
        Checklist phonesTaken = new Checklist(Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.YES);

        enter(
                first,
                told.report(Stage.TRANSIT, StageDetails.none().onLeg(taxi).departing(Departure.HAS_LEFT, phonesTaken)));

        assertTrue(panel(SEO).of(first).orElseThrow().findings().stream()
                .anyMatch(finding -> finding.rule() == RuleCode.R05 && finding.points() == 20));
        assertEquals(
                LegState.UNDER_WAY,
                requests.as(HANEUL, () -> circumstances.view(number))
                        .legs()
                        .get(0)
                        .state());
    }

    @Test
    void an_arrest_on_arriving_ends_the_leg_for_who_is_held_and_lowers_no_risk() throws Exception {
        EntryId taxi = requests.as(HANEUL, () -> circumstances.recordLeg(number, taxi()));
        EntryId plan = requests.as(HANEUL, () -> circumstances.recordLeg(number, taxi(first)));
        enter(first, underWay(taxi));
        enter(second, underWay(taxi));
        int onTheWay = panel(SEO).of(first).orElseThrow().score();
        String last = Database.lines("select max(id)::text from access_entry").get(0);

        enter(first, told.report(Stage.DETENTION));

        assertEquals(
                List.of(LegState.UNDER_WAY, LegState.DONE, LegState.UNDER_WAY),
                List.of(leg(taxi).state(), leg(taxi).state(first), leg(taxi).state(second)));
        assertEquals(LegState.ABORTED, leg(plan).state());
        assertTrue(panel(SEO).of(first).orElseThrow().score() >= onTheWay);
        assertEquals(List.of("JOURNEY", "LEG", "TASK"), Database.lines("""
                        select distinct unnest(field_groups) from access_entry where actor = 'haneul' and action = 'OPEN'
                            and request_id = (select request_id from access_entry where id > ?::bigint and action = 'CHANGE')
                        order by 1
                        """, last));

        enter(second, told.report(Stage.MISSION));

        assertEquals(LegState.DONE, leg(taxi).state());
        assertTrue(leg(taxi).endedBy(second).isPresent());
    }

    private Leg leg(EntryId id) throws Exception {
        return requests.as(HANEUL, () -> circumstances.view(number)).legs().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void silence_is_no_way_around_a_block_and_leaving_no_way_to_a_lower_risk() throws Exception {
        bothPlan();
        enter(first, told.report(Stage.CONTACT_LOST, StageDetails.none()));

        assertEquals(85, panel(SEO).of(first).orElseThrow().score());
        assertTrue(panel(SEO).departureBlock(first).isPresent());
        assertEquals("departure.blocked", refusal(() -> leaves(first, Departure.PLANNED)));

        requests.does(SEO, () -> risks.waiveDeparture(number, first, REASON));
        leaves(first, Departure.PLANNED);

        ParticipantRisk onTheWay = panel(SEO).of(first).orElseThrow();
        assertEquals(85, onTheWay.score());
        assertEquals(Level.CRITICAL, onTheWay.level());
        assertTrue(panel(SEO).departureBlock(first).isEmpty());
        Finding phone = onTheWay.findings().stream()
                .filter(each -> each.rule() == RuleCode.R05)
                .findFirst()
                .orElseThrow();
        assertEquals(REASON, panel(SEO).waived(first, phone).orElseThrow().reason());
    }

    @Test
    void of_whom_nothing_is_known_is_not_assessed_in_the_list_either() throws Exception {
        CaseNumber unknown = told.caseOf(HANEUL, WOMAN, WOMAN);
        CaseFile file = listed(unknown, Level.NOT_ASSESSED);

        assertEquals(Level.NOT_ASSESSED, file.level());
        assertEquals(2, file.notAssessed());

        ParticipantId one = told.participants(unknown).get(0).id();
        requests.does(HANEUL, () -> circumstances.recordDevice(unknown, one, phone("old phone")));

        assertEquals(1, listed(unknown, Level.MEDIUM).notAssessed());
    }

    /** A case as the list shows it that is filtered by a level. */
    private CaseFile listed(CaseNumber wanted, Level level) throws Exception {
        return requests.as(HANEUL, () -> search.list(Told.only(wanted, Optional.of(level))))
                .lines()
                .get(0)
                .file();
    }

    @Test
    void who_has_left_already_is_recorded_and_raises_an_alert() throws Exception {
        bothPlan();

        leaves(first, Departure.HAS_LEFT);

        assertEquals(Level.HIGH, openAlerts(panel(SEO), first).get(RuleGroup.HAS_LEFT));
    }

    @Test
    void an_arrest_raises_a_critical_alert_with_the_entry_or_not_at_all() throws Exception {
        bothPlan();
        leaves(first, Departure.HAS_LEFT);

        Database.asOwner("alter table risk_alert add constraint broken check (rule_group <> 'HELD') not valid");
        try {
            assertThrows(Exception.class, () -> arrested(first));
        } finally {
            Database.asOwner("alter table risk_alert drop constraint broken");
        }
        assertEquals(Stage.TRANSIT, participants().get(0).stage());

        arrested(first);

        RiskPanel panel = panel(SEO);
        assertEquals(100, panel.of(first).orElseThrow().score());
        assertEquals(Level.CRITICAL, openAlerts(panel, first).get(RuleGroup.HELD));
        assertEquals(
                Set.of(RuleCode.R01, RuleCode.R03, RuleCode.R05, RuleCode.R07),
                panel.of(first).orElseThrow().findings().stream()
                        .map(Finding::rule)
                        .collect(Collectors.toSet()));
        AlertLine mostUrgent = requests.as(SEO, () -> alerts.ofTeam(0)).alerts().stream()
                .filter(line -> line.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertEquals(RuleGroup.HELD, mostUrgent.alert().group());
        assertEquals(
                mostUrgent.alert().raisedAt().plusSeconds(3600),
                mostUrgent.alert().dueAt());
    }

    @Test
    void an_alert_goes_from_hand_to_hand() throws Exception {
        arrested(first);
        RiskAlert held = alert(RuleGroup.HELD);

        requests.does(HANEUL, () -> alerts.acknowledge(number, held.id(), held.version()));
        assertEquals(
                "alert.not-possible",
                refusal(() -> requests.does(SEO, () -> alerts.resolve(number, held.id(), held.version() + 1))));
        assertThrows(
                org.durumi.kernel.ChangedMeanwhile.class,
                () -> requests.does(SEO, () -> alerts.act(number, held.id(), "called the lawyer", held.version())));
        requests.does(SEO, () -> alerts.act(number, held.id(), "called the lawyer", held.version() + 1));
        assertEquals(
                "alert.dismiss.supervisor",
                refusal(() -> requests.does(
                        HANEUL, () -> alerts.dismiss(number, held.id(), "no longer", held.version() + 2))));
        requests.does(SEO, () -> alerts.dismiss(number, held.id(), "handed over to the mission", held.version() + 2));

        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone("another phone")));
        assertTrue(openAlerts(panel(SEO), first).isEmpty());
        RiskAlert closed = alert(RuleGroup.HELD);
        assertEquals(AlertState.DISMISSED, closed.state());
        assertEquals("haneul", closed.seen().orElseThrow().by().value());
        assertEquals("seo", closed.acknowledged().orElseThrow().by().value());
        assertEquals("called the lawyer", closed.actionTaken());
    }

    @Test
    void what_was_changed_past_the_application_lowers_nothing_until_a_supervisor_has_looked() throws Exception {
        bothPlan();

        changesPastTheApplication("update device set sealed_state = sealed where participant_id = ?");
        reckonsAnew();

        ParticipantRisk risk = panel(SEO).of(first).orElseThrow();
        assertEquals(85, risk.score());
        assertEquals(Level.CRITICAL, risk.level());
        assertEquals(List.of(RuleCode.R05), risk.carried().orElseThrow().rules());
        assertEquals(
                Map.of(
                        RuleGroup.PHONE,
                        Level.HIGH,
                        RuleGroup.PRICE,
                        Level.HIGH,
                        RuleGroup.TOTAL,
                        Level.CRITICAL,
                        RuleGroup.CHANGED_OUTSIDE,
                        Level.HIGH),
                openAlerts(panel(SEO), first));
        assertEquals("departure.blocked", refusal(() -> leaves(first, Departure.PLANNED)));

        // Neither does the end of what stood before, written in the same way.
        changesPastTheApplication("update risk_block set lifted_at = now() where subject_id = ?");
        changesPastTheApplication(
                "update risk_assessment set superseded_at = now() where participant_id = ? and superseded_at is null");
        reckonsAnew();

        assertEquals("departure.blocked", refusal(() -> leaves(first, Departure.PLANNED)));
        assertTrue(panel(SEO).of(first).orElseThrow().level().isAtLeast(Level.HIGH));

        while (openAlerts(panel(SEO), first).containsKey(RuleGroup.CHANGED_OUTSIDE)) {
            RiskAlert open = openAlert(RuleGroup.CHANGED_OUTSIDE);
            requests.does(SEO, () -> alerts.dismiss(number, open.id(), "compared with the backup", open.version()));
        }

        assertEquals(65, panel(SEO).of(first).orElseThrow().score(), "without the phone");
        assertFalse(openAlerts(panel(SEO), first).containsKey(RuleGroup.PHONE));
        leaves(first, Departure.PLANNED);
    }

    @Test
    void a_supervisors_word_for_a_release_that_was_written_past_the_application_ends_no_risk() throws Exception {
        bothPlan();
        arrested(first);
        int held = panel(SEO).of(first).orElseThrow().score();
        enter(first, told.report(Stage.CONTACT, StageDetails.none()));

        changesPastTheApplication(
                "update stage_entry set confirmation = 'CONFIRMED', decided_by = 'seo', decided_at = now()"
                        + " where participant_id = ? and confirmation = 'WAITING'");
        reckonsAnew();

        assertEquals(held, panel(SEO).of(first).orElseThrow().score());
        RiskAlert open = openAlert(RuleGroup.CHANGED_OUTSIDE);
        requests.does(SEO, () -> alerts.dismiss(number, open.id(), "compared with the backup", open.version()));
        assertEquals(held, panel(SEO).of(first).orElseThrow().score(), "nobody has confirmed it");
    }

    /** About the first woman. */
    private void changesPastTheApplication(String update) throws SQLException {
        try (Connection superuser = Database.superuser();
                PreparedStatement statement = superuser.prepareStatement(update)) {
            statement.setObject(1, first.value());
            assertTrue(statement.executeUpdate() > 0, update);
        }
    }

    /** Something is recorded that lowers nothing. */
    private void reckonsAnew() throws Exception {
        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone("one more")));
    }

    @Test
    void a_phone_left_behind_ends_the_alert_and_when_a_supervisor_confirms_it_the_block() throws Exception {
        bothPlan();
        Device phone = requests.as(HANEUL, () -> circumstances.view(number))
                .of(first)
                .devices()
                .get(0);
        assertEquals("123", phone.lastDigits());
        NewDevice left = new NewDevice(
                phone.label(),
                "",
                Answer.YES,
                Answer.NO,
                true,
                true,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());

        requests.does(
                HANEUL,
                () -> corrections.correctDevice(number, phone.id(), left, "she left it behind", phone.version()));

        RiskPanel panel = panel(HANEUL);
        assertEquals(65, panel.of(first).orElseThrow().score());
        assertTrue(panel.departureBlock(first).isPresent());
        assertEquals(Map.of(RuleGroup.PRICE, Level.HIGH), openAlerts(panel, first));
        EntryId correction = requests.as(SEO, () -> corrections.waiting()).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow()
                .entry()
                .id();
        requests.does(SEO, () -> corrections.confirm(number, AccessGroup.DEVICE, correction));
        assertTrue(panel(HANEUL).departureBlock(first).isEmpty());
        assertEquals(
                "123",
                requests.as(HANEUL, () -> circumstances.view(number))
                        .of(first)
                        .devices()
                        .get(0)
                        .lastDigits());
        leaves(first, Departure.PLANNED);
    }

    @Test
    void a_failed_way_back_to_contact_counts_as_an_attempt() throws Exception {
        leaves(first, Departure.HAS_LEFT);
        enter(first, told.report(Stage.CONTACT, StageDetails.none().failed(AttemptOutcome.TURNED_BACK)));

        assertEquals(
                List.of(AttemptOutcome.TURNED_BACK),
                requests.as(HANEUL, () -> circumstances.view(number)).of(first).attempts().stream()
                        .map(each -> each.outcome())
                        .toList());
        assertEquals(5, panel(HANEUL).of(first).orElseThrow().score());
        assertEquals(
                List.of("{JOURNEY}", "{ATTEMPT}", "{TASK}", "{RISK_FACTS}"),
                Database.lines(
                        "select field_groups from access_entry where action = 'OPEN' and request_id ="
                                + " (select request_id from access_entry where field_groups = '{ATTEMPT}'"
                                + " and ? = any (case_refs)) order by id",
                        number.value()),
                "what follows from a change is named too");
    }

    @Test
    void blacklisting_takes_two_supervisors_and_blocks_the_brokers_quotes() throws Exception {
        EntryId usual = quote("10000000");
        int seen = version();
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> brokers.vet(broker, Vetting.VETTED, seen)));

        requests.does(SEO, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen));
        assertEquals(25, panel(SEO).of(first).orElseThrow().score());
        assertTrue(panel(SEO).quoteBlock(usual).isEmpty());
        assertEquals(
                "broker.blacklist.second-person",
                refusal(() -> requests.does(SEO, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen + 1))));

        requests.does(BAE, () -> brokers.vet(broker, Vetting.BLACKLISTED, seen + 1));
        assertTrue(panel(SEO).quoteBlock(usual).isPresent());
        assertEquals("quote.blacklisted", refusal(() -> accept(usual)));
        assertEquals(
                "quote.blacklisted", refusal(() -> requests.does(SEO, () -> risks.waiveQuote(number, usual, REASON))));
        BlockLine line = requests.as(SEO, () -> risks.blocksOfTeam(0)).blocks().stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(RuleCode.R11), line.rules());
        assertEquals(List.of("A", "B"), line.labels());
    }

    @Test
    void a_quote_is_decided_once_and_keeps_its_norm() throws Exception {
        EntryId usual = quote("12000000");
        requests.does(HANEUL, () -> quotes.reject(number, usual, 0));

        assertEquals("quote.not-open", refusal(() -> accept(usual)));
        var line = requests.as(HANEUL, () -> quotes.view(number)).get(0);
        assertEquals(QuoteState.REJECTED, line.state());
        assertEquals(Optional.of(20), line.quote().deviation());
        assertEquals("around USD 1 916", line.quote().statedEquivalent());
        for (String forbidden : List.of(
                "update quote set sealed = sealed_state where id = '" + usual + "'",
                "update risk_assessment set sealed = sealed_state",
                "delete from leg")) {
            try (Connection app = Database.appOf(HANEUL.id())) {
                assertThrows(SQLException.class, () -> app.createStatement().executeUpdate(forbidden));
            }
        }
    }

    @Test
    void an_assessment_is_kept_when_a_newer_one_takes_its_place() throws Exception {
        bothPlan();

        List<ParticipantRisk> history = requests.as(SEO, () -> risks.history(number, first, 0));

        assertEquals(85, history.get(0).score());
        assertTrue(history.size() > 3);
        assertEquals(0, history.get(history.size() - 1).score());
        assertTrue(history.get(0).findings().size() == 6);
    }

    @Test
    void an_open_quote_is_compared_with_a_norm_that_was_entered_later() throws Exception {
        EntryId asked = quote("2500000");
        assertEquals(Optional.empty(), later(asked));
        NewNormPrice dearer = new NewNormPrice(
                RouteKind.LAND_VIA_CHINA,
                "",
                "",
                won("20000000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today,
                Optional.empty(),
                "two reports of this year");
        EntryId entered = requests.as(ADMIN, () -> norms.enter(dearer));
        assertEquals(won("20000000"), later(asked).orElseThrow().low());

        EntryId compared = requests.as(
                HANEUL,
                () -> quotes.compareAnew(number, asked, line(asked).quote().version()));

        assertEquals(QuoteState.REPLACED, read(asked).state());
        assertEquals(won("10000000"), read(asked).quote().norm().orElseThrow().low());
        assertEquals(QuoteState.OPEN, read(compared).state());
        assertEquals(
                won("20000000"), read(compared).quote().norm().orElseThrow().low());
        assertEquals(read(asked).quote().asked(), read(compared).quote().asked());
        assertEquals(Optional.empty(), later(compared));
        assertEquals(
                "quote.no-later-norm",
                refusal(() -> requests.does(HANEUL, () -> quotes.compareAnew(number, compared, 0))));
        assertEquals("quote.not-open", refusal(() -> accept(asked)));
        NewNormPrice elsewhere = new NewNormPrice(
                RouteKind.VIA_MONGOLIA,
                "",
                "",
                dearer.low(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today,
                Optional.empty(),
                dearer.source());
        requests.does(ADMIN, () -> norms.correct(entered, elsewhere, 0));
    }

    private Optional<Norm> later(EntryId quote) throws Exception {
        return requests.as(
                HANEUL,
                () -> quotes.later(
                        search.view(number, AccessGroup.CASE, AccessGroup.QUOTE, AccessGroup.BROKER)
                                .file(),
                        line(quote)));
    }

    private QuoteLine read(EntryId quote) throws Exception {
        return requests.as(HANEUL, () -> line(quote));
    }

    private QuoteLine line(EntryId quote) {
        return quotes.view(number).stream()
                .filter(each -> each.quote().id().equals(quote))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void norm_prices_are_listed_and_end() throws Exception {
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> norms.enter(norm())));
        EntryId id = requests.as(ADMIN, () -> norms.enter(norm()));

        requests.does(ADMIN, () -> norms.correct(id, norm().until(Optional.of(today)), 0));

        assertTrue(requests.as(HANEUL, () -> norms.list(0)).norms().stream()
                .anyMatch(each -> each.id().equals(id) && each.validUntil().equals(Optional.of(today))));
        NewNormPrice right = new NewNormPrice(
                RouteKind.VIA_MONGOLIA,
                "",
                "",
                won("12000000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today,
                Optional.empty(),
                "two reports of this year");
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> norms.correct(id, right, 1)));
        assertThrows(ChangedMeanwhile.class, () -> requests.does(ADMIN, () -> norms.correct(id, right, 0)));

        requests.does(ADMIN, () -> norms.correct(id, right, 1));

        assertThrows(RuleViolation.class, () -> requests.does(ADMIN, () -> norms.correct(id, right, 2)));
        NormPricePage listed = requests.as(HANEUL, () -> norms.list(0));
        NormPrice struck = listed.norms().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        NormPrice corrected = listed.norms().stream()
                .filter(each -> each.stands() && each.low().equals(won("12000000")))
                .findFirst()
                .orElseThrow();
        assertEquals(won("10000000"), struck.low());
        assertEquals(ADMIN.id(), struck.struck().orElseThrow().by());
        assertTrue(listed.inForce().contains(corrected.id()));
        assertTrue(requests.as(HANEUL, () -> brokers.list(0)).brokers().stream()
                .anyMatch(each -> each.id().equals(broker)));
        assertTrue(requests.as(HANEUL, () -> brokers.choices()).stream()
                .anyMatch(each -> each.codeName().matches("B-[0-9]+")));
    }

    private void bothPlan() throws Exception {
        for (AttemptOutcome outcome : List.of(
                AttemptOutcome.CAUGHT_BY_HOUSEHOLD, AttemptOutcome.CAUGHT_BY_NEIGHBOURS, AttemptOutcome.TURNED_BACK)) {
            NewAttempt attempt = new NewAttempt(PartialDate.in(Year.of(2019)), outcome, "phone taken away");
            requests.does(HANEUL, () -> circumstances.recordAttempt(number, first, attempt));
        }
        requests.does(
                HANEUL,
                () -> circumstances.recordVulnerability(
                        number,
                        first,
                        new NewVulnerability(
                                VulnerabilityKind.HOUSEHOLD_CONTROL,
                                PartialDate.in(Year.of(2019)),
                                PartialDate.unknown())));
        requests.does(HANEUL, () -> circumstances.recordDevice(number, first, phone("old phone")));
        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone("old phone")));
        quote("10000000");
        quote("10000000");
        cheap = quote("2500000");
        requests.does(HANEUL, () -> circumstances.recordLeg(number, taxi()));
        for (ParticipantId each : List.of(first, second)) {
            enter(each, told.report(Stage.BROKER, StageDetails.none().withBroker(broker)));
        }
    }

    private EntryId quote(String won) throws Exception {
        return requests.as(HANEUL, () -> quotes.record(number, offer(won, Set.of(first, second))));
    }

    private NewQuote offer(String won, Set<ParticipantId> who) {
        return new NewQuote(
                broker,
                who,
                PriceBasis.PER_PERSON,
                won(won),
                "around USD 1 916",
                Optional.empty(),
                "taxi to Kunming",
                today,
                Optional.of(today),
                ObtainedHow.VIA_ACQUAINTANCE);
    }

    private void accept(EntryId quote) throws Exception {
        requests.does(
                HANEUL,
                () -> quotes.accept(
                        number,
                        quote,
                        quotes.view(number).stream()
                                .filter(line -> line.quote().id().equals(quote))
                                .findFirst()
                                .orElseThrow()
                                .quote()
                                .version()));
    }

    private void leaves(ParticipantId who, Departure departure) throws Exception {
        enter(who, told.report(Stage.TRANSIT, StageDetails.none().departing(departure, CaseFixtures.allNo())));
    }

    private void arrested(ParticipantId who) throws Exception {
        enter(
                who,
                told.report(
                        Stage.DETENTION,
                        StageDetails.none().with("city police", "", Answer.UNKNOWN, GoalKnown.SUSPECTED)));
    }

    private void enter(ParticipantId who, NewStage stage) throws Exception {
        Participant standing = participants().stream()
                .filter(each -> each.id().equals(who))
                .findFirst()
                .orElseThrow();
        requests.does(HANEUL, () -> cases.enterStage(number, who, stage, standing.version()));
    }

    private void correct(EntryId wrong, NewStage right) throws Exception {
        requests.does(HANEUL, () -> cases.correctEntry(number, wrong, right, "a mistake"));
    }

    private NewStage engaged(BrokerId named) {
        return told.report(Stage.BROKER, StageDetails.none().withBroker(named));
    }

    private NewStage underWay(EntryId leg) {
        return told.report(
                Stage.TRANSIT, StageDetails.none().onLeg(leg).departing(Departure.HAS_LEFT, CaseFixtures.allNo()));
    }

    private BrokerId blacklisted() throws Exception {
        BrokerId bad = requests.as(HANEUL, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ONLINE)));
        requests.does(SEO, () -> brokers.vet(bad, Vetting.BLACKLISTED, 0));
        requests.does(BAE, () -> brokers.vet(bad, Vetting.BLACKLISTED, 1));
        return bad;
    }

    private List<Participant> participants() throws Exception {
        return told.participants(number);
    }

    private int version() throws Exception {
        return requests.as(SEO, () -> brokers.list(0)).brokers().stream()
                .filter(each -> each.id().equals(broker))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private RiskPanel panel(Actor reader) throws Exception {
        return requests.as(reader, () -> risks.panel(number));
    }

    private RiskAlert alert(RuleGroup group) throws Exception {
        return first(panel(SEO).alerts(), group);
    }

    private RiskAlert openAlert(RuleGroup group) throws Exception {
        return first(panel(SEO).openAlerts(), group);
    }

    private RiskAlert first(List<AlertLine> lines, RuleGroup group) {
        return lines.stream()
                .map(AlertLine::alert)
                .filter(each -> each.group() == group && each.participant().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private static Map<RuleGroup, Level> openAlerts(RiskPanel panel, ParticipantId who) {
        return panel.openAlerts().stream()
                .map(AlertLine::alert)
                .filter(alert -> alert.participant().equals(who))
                .collect(Collectors.toMap(RiskAlert::group, RiskAlert::level));
    }

    private static String refusedAt(Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).field();
    }

    private static String refusal(Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).messageKey();
    }

    private static NewDevice phone(String label) {
        return new NewDevice(
                label,
                "+86 138-0000-0123",
                Answer.YES,
                Answer.YES,
                false,
                false,
                true,
                PartialDate.in(Year.of(2019)),
                PartialDate.in(Year.of(2022)));
    }

    private NewLeg taxi() {
        return taxi(first, second);
    }

    private static NewLeg taxi(ParticipantId... travellers) {
        return new NewLeg(
                Set.of(travellers),
                LIAONING,
                KUNMING,
                Means.TAXI,
                "",
                Border.NONE,
                PartialDate.unknown(),
                PartialDate.unknown(),
                Optional.of(4),
                Optional.empty(),
                LegState.PLANNED);
    }

    private NewNormPrice norm() {
        return new NewNormPrice(
                RouteKind.LAND_VIA_CHINA,
                "",
                "",
                won("10000000"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(100),
                today.minusYears(1),
                Optional.empty(),
                "a press report");
    }

    private static Money won(String amount) {
        return Money.of(amount, "KRW");
    }
}
