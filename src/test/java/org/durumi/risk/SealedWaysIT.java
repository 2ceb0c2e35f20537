package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
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
import org.durumi.costs.NormPrice;
import org.durumi.costs.NormPriceService;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.Quote;
import org.durumi.costs.QuoteService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of ways, prices and alerts, with the real server: it stands in no table, and opens only where it belongs. */
@ExtendWith(ArquillianExtension.class)
class SealedWaysIT {
    private static final Actor ADMIN = new Actor(new UserId("admin"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");

    /** Stands in every text that is recorded. */
    private static final String CANARY = "카나리아 昆明 canary";

    private static final PartialDate THAT_YEAR = PartialDate.in(Year.of(2019)).inTheWords(CANARY);

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    NormPriceService norms;

    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    RiskService risks;

    @Inject
    AlertService alerts;

    @Inject
    Told told;

    private LocalDate today;
    private CaseNumber number;
    private ParticipantId first;
    private BrokerId broker;

    @BeforeEach
    void a_woman_asks_for_help() throws Exception {
        today = told.today();
        told.northTeam();
        number = told.caseOf(HANEUL, WOMAN);
        first = told.participants(number).getFirst().id();
        broker = requests.as(HANEUL, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
    }

    @Test
    void what_is_told_of_a_way_stands_in_no_table_and_opens_again() throws Exception {
        everythingIsTold();

        for (String table : List.of("attempt", "device", "vulnerability", "leg")) {
            assertSealed(table);
        }
        Circumstances known = requests.as(HANEUL, () -> circumstances.view(number));
        assertEquals(attempt(), known.attempts().get(0).known());
        assertEquals(phone(""), known.devices().get(0).known());
        assertEquals("987", known.devices().get(0).lastDigits());
        assertEquals(control(), known.vulnerabilities().get(0).known());
        assertEquals(taxi(), known.legs().get(0).known());
    }

    @Test
    void what_is_told_of_prices_and_alerts_stands_in_no_table_and_opens_again() throws Exception {
        everythingIsTold();

        assertSealed("quote");
        assertSealed("risk_alert");
        Quote quote = requests.as(HANEUL, () -> quotes.view(number)).get(0).quote();
        assertEquals(List.of(CANARY, CANARY), List.of(quote.statedEquivalent(), quote.services()));
        RiskAlert raised = raised();
        assertEquals(List.of(CANARY, ""), List.of(raised.actionTaken(), raised.closeReason()));

        requests.does(SEO, () -> alerts.dismiss(number, raised.id(), CANARY + " again", raised.version()));

        assertSealed("risk_alert");
        assertEquals(List.of(CANARY, CANARY + " again"), List.of(raised().actionTaken(), raised().closeReason()));
    }

    @Test
    void the_supervisors_list_shows_what_was_done() throws Exception {
        everythingIsTold();

        List<AlertLine> ofTheTeam = new ArrayList<>();
        AlertPage page;
        int next = 0;
        do {
            int wanted = next++;
            page = requests.as(SEO, () -> alerts.ofTeam(wanted));
            ofTheTeam.addAll(page.alerts());
        } while (page.more());

        assertEquals(
                Optional.of(CANARY),
                ofTheTeam.stream()
                        .filter(line ->
                                line.number().equals(number) && line.alert().group() == RuleGroup.PHONE)
                        .map(line -> line.alert().actionTaken())
                        .findFirst());
    }

    @Test
    void a_norm_price_is_sealed_for_the_organisation() throws Exception {
        EntryId id = requests.as(ADMIN, () -> norms.enter(norm()));

        assertHidden(rows("norm_price", "id = '" + id + "'"));
        NormPrice norm = norm(id);
        assertEquals(List.of(CANARY, CANARY, CANARY), List.of(norm.origin(), norm.destination(), norm.source()));
        requests.does(ADMIN, () -> norms.correct(id, norm().until(Optional.of(today)), 0));
        assertEquals(CANARY, norm(id).source());
    }

    @Test
    void a_value_copied_into_another_row_does_not_open_and_the_rest_stands() throws Exception {
        everythingIsTold();
        everythingIsTold();

        for (String table : List.of("attempt", "device", "vulnerability", "leg", "quote")) {
            Database.asOwner("alter table " + table + " disable trigger " + table + "_kept");
            try {
                String whole = copiesIntoAnother(table);
                assertEquals(9, rowsOfCase(), table);
                changeOne(whole);
            } finally {
                Database.asOwner("alter table " + table + " enable trigger " + table + "_kept");
            }
        }

        assertEquals(10, rowsOfCase());
    }

    private int rowsOfCase() throws Exception {
        Circumstances known = requests.as(HANEUL, () -> circumstances.view(number));
        return (int) known.all().count()
                + requests.as(HANEUL, () -> quotes.view(number)).size();
    }

    private void everythingIsTold() throws Exception {
        requests.does(HANEUL, () -> circumstances.recordAttempt(number, first, attempt()));
        requests.does(HANEUL, () -> circumstances.recordDevice(number, first, phone("+86 138-0000-0987")));
        requests.does(HANEUL, () -> circumstances.recordVulnerability(number, first, control()));
        requests.does(HANEUL, () -> circumstances.recordLeg(number, taxi()));
        requests.does(HANEUL, () -> quotes.record(number, quote()));
        RiskAlert raised = raised();
        requests.does(SEO, () -> alerts.act(number, raised.id(), CANARY, raised.version()));
    }

    private RiskAlert raised() throws Exception {
        return requests.as(SEO, () -> risks.panel(number)).alerts().stream()
                .map(AlertLine::alert)
                .filter(alert -> alert.group() == RuleGroup.PHONE)
                .findFirst()
                .orElseThrow();
    }

    private NormPrice norm(EntryId id) throws Exception {
        return requests.as(HANEUL, () -> norms.list(0)).norms().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The case has rows in the table, and in none of their columns stands what was told. */
    private void assertSealed(String table) throws SQLException {
        List<String> rows = rows(table, ofCase());
        assertFalse(rows.isEmpty(), table);
        assertHidden(rows);
    }

    private static void assertHidden(List<String> rows) {
        String bytes = HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8));
        assertTrue(rows.stream().noneMatch(row -> row.contains("canary") || row.contains("카나리아")));
        assertTrue(rows.stream().noneMatch(row -> row.contains(bytes)));
    }

    private static List<String> rows(String table, String where) throws SQLException {
        return Database.lines("select row::text from " + table + " row where " + where);
    }

    private String ofCase() {
        return "case_id = (select id from case_file where number = '" + number + "')";
    }

    /** Copies what is sealed in one of the case's rows into another; the statement that puts it right again. */
    private String copiesIntoAnother(String table) throws SQLException {
        List<String> ids = Database.lines("select id::text from " + table + " where " + ofCase() + " order by id");
        String own = Database.lines("select sealed::text from " + table + " where id = '" + ids.get(0) + "'")
                .get(0);
        String update = "update " + table + " changed set sealed = ";
        String there = " where changed.id = '" + ids.get(0) + "'";
        changeOne(update + "(select other.sealed from " + table + " other where other.id = '" + ids.get(1) + "')"
                + there);
        return update + "'" + own + "'::bytea" + there;
    }

    private static void changeOne(String update) throws SQLException {
        assertEquals(1, Database.lines(update + " returning id::text").size());
    }

    private static NewAttempt attempt() {
        return new NewAttempt(THAT_YEAR, AttemptOutcome.TURNED_BACK, CANARY);
    }

    private static NewDevice phone(String number) {
        return new NewDevice(
                CANARY, number, Answer.YES, Answer.YES, false, false, true, THAT_YEAR, PartialDate.unknown());
    }

    private static NewVulnerability control() {
        return new NewVulnerability(VulnerabilityKind.HOUSEHOLD_CONTROL, THAT_YEAR, PartialDate.unknown());
    }

    private NewLeg taxi() {
        return new NewLeg(
                Set.of(first),
                new Place(CANARY, "CN"),
                new Place(CANARY, "CN"),
                Means.TAXI,
                CANARY,
                Border.NONE,
                THAT_YEAR,
                PartialDate.unknown(),
                Optional.of(4),
                Optional.empty(),
                LegState.PLANNED);
    }

    private NewQuote quote() {
        return new NewQuote(
                broker,
                Set.of(first),
                PriceBasis.PER_PERSON,
                Money.of("2500000", "KRW"),
                CANARY,
                Optional.empty(),
                CANARY,
                today,
                Optional.empty(),
                ObtainedHow.VIA_ACQUAINTANCE);
    }

    private NewNormPrice norm() {
        return new NewNormPrice(
                RouteKind.LAND_VIA_CHINA,
                CANARY,
                CANARY,
                Money.of("10000000", "KRW"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today,
                Optional.empty(),
                CANARY);
    }
}
