package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.ConsentForm;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.Departure;
import org.durumi.cases.ErasureService;
import org.durumi.cases.NewConsent;
import org.durumi.cases.NewHold;
import org.durumi.cases.NewSplit;
import org.durumi.cases.NewStage;
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.Participant;
import org.durumi.cases.Permission;
import org.durumi.cases.RetentionService;
import org.durumi.cases.SplitService;
import org.durumi.cases.StageDetails;
import org.durumi.cases.TakenOut;
import org.durumi.cases.TakingOutService;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.ContactChannel;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewGroup;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewRelationship;
import org.durumi.circumstances.NewSafeContact;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.NewNormPrice;
import org.durumi.costs.NewQuote;
import org.durumi.costs.NormPriceService;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewRelation;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.RelationKind;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.evidence.SourceService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.people.NameForm;
import org.durumi.people.NameHits;
import org.durumi.people.NameKind;
import org.durumi.people.NameSearchService;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of the two women of Kunming goes into a case of her own, with the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
class SplitIT {
    private static final Actor ADMIN = new Actor(new UserId("admin"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
    private static final TeamId FAR_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000029");
    private static final Actor FAR =
            new Actor(new UserId("far-supervisor"), Set.of(Role.SUPERVISOR), Optional.of(FAR_TEAM), "");
    private static final String REASON = "Both know the danger and have no other way to leave now.";
    private static final String WHY = "She goes on alone, with other people.";
    private static final String NAME = "갈라진나무";

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    SplitService splits;

    @Inject
    TakingOutService takingOut;

    @Inject
    CircumstancesService circumstances;

    @Inject
    NormPriceService norms;

    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    ConsentService consents;

    @Inject
    PersonService people;

    @Inject
    NameSearchService names;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    RiskService risks;

    @Inject
    RetentionService retentions;

    @Inject
    ErasureService erasures;

    @Inject
    Told told;

    private LocalDate today;
    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;
    private BrokerId broker;
    private EntryId looking;
    private EntryId taxi;

    @BeforeEach
    void two_women_are_with_a_broker() throws Exception {
        today = told.today();
        told.northTeam();
        told.team(FAR_TEAM, FAR);
        requests.does(ADMIN, () -> norms.enter(norm()));
        number = told.caseOf(HANEUL, WOMAN, WOMAN);
        List<Participant> both = told.participants(number);
        first = both.get(0).id();
        second = both.get(1).id();
        broker = requests.as(HANEUL, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
        requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone()));
        NewAttempt attempt =
                new NewAttempt(PartialDate.on(today.minusDays(90)), AttemptOutcome.TURNED_BACK, "the river was high");
        requests.does(HANEUL, () -> circumstances.recordAttempt(number, second, attempt));
        taxi = requests.as(HANEUL, () -> circumstances.recordLeg(number, taxi()));
        NewRelationship sisters = new NewRelationship(
                first,
                RelationshipKind.SIBLING,
                second,
                PartialDate.unknown(),
                PartialDate.unknown(),
                Certainty.CONFIRMED);
        requests.does(HANEUL, () -> circumstances.record(number, sisters));
        NewGroup family = new NewGroup(
                Set.of(first, second),
                GroupKind.HOUSEHOLD,
                Optional.of(4),
                PartialDate.unknown(),
                PartialDate.unknown(),
                "");
        requests.does(HANEUL, () -> circumstances.record(number, family));
        requests.does(HANEUL, () -> quotes.record(number, quote("5000000", PriceBasis.TOTAL, first, second)));
        requests.does(HANEUL, () -> quotes.record(number, quote("10000000", PriceBasis.PER_PERSON, first)));
        requests.does(
                HANEUL,
                () -> people.record(
                        number,
                        second,
                        List.of(new NewName(NameForm.HANGUL, NameKind.LEGAL, NAME, Optional.of(1999)))));
        requests.does(
                HANEUL,
                () -> consents.record(
                        number,
                        Set.of(second),
                        new NewConsent(
                                Set.of(ConsentPurpose.CASE_WORK),
                                ConsentForm.SPOKEN,
                                PartialDate.on(today),
                                Optional.empty(),
                                "",
                                "")));
        enter(first, told.report(Stage.BROKER, StageDetails.none().withBroker(broker)));
        enter(second, told.report(Stage.BROKER, StageDetails.none().withBroker(broker)));
        looking = told.participants(number).get(1).standingEntry();
    }

    @Test
    void who_is_split_off_takes_along_what_stands_of_her() throws Exception {
        twoClaims();
        CaseView before = view(number);
        ParticipantRisk risk = panel(number).of(second).orElseThrow();
        requests.does(SEO, () -> risks.waiveDeparture(number, second, REASON));
        List<String> blocked = panel(number).departureBlock(second).orElseThrow().rules().stream()
                .map(RuleCode::name)
                .toList();

        CaseNumber other = split(second);

        CaseView there = view(other);
        Participant who = there.participants().get(0);
        assertEquals(1, there.participants().size());
        assertEquals("A", who.label());
        assertEquals(before.participants().get(1).known(), who.known());
        assertEquals(Stage.BROKER, there.file().stage());
        assertEquals(CaseKind.INDIVIDUAL, there.file().kind());
        assertEquals(1, there.file().people());
        assertEquals(told(before, second), told(there, who.id()));
        assertEquals(
                List.of(HANEUL.id()),
                there.assignments().stream().map(each -> each.caseworker()).toList());
        Circumstances ways = requests.as(HANEUL, () -> circumstances.view(other));
        Device phone = ways.devices().get(0);
        assertEquals("123", phone.lastDigits());
        assertEquals(HANEUL.id(), phone.recorded().by());
        assertTrue(there.file().isCopied(phone.recorded().at()));
        assertEquals(
                List.of("the river was high"),
                ways.attempts().stream().map(each -> each.consequences()).toList());
        assertEquals(
                Set.of(who.id()),
                ways.legs().stream().flatMap(each -> each.travellers().stream()).collect(Collectors.toSet()));
        assertEquals(List.of(), ways.relationships(), "what joins her to who stays, stays");
        assertEquals(
                List.of(3),
                ways.groups().stream().map(each -> each.known().others()).toList());
        assertEquals(Permission.PERMITTED, permit(there));
        assertEquals(
                List.of(won("2500000")),
                requests.as(HANEUL, () -> quotes.view(other)).stream()
                        .map(each -> each.quote().perPerson())
                        .toList());
        assertEquals(
                Optional.of(-75),
                requests.as(HANEUL, () -> quotes.view(other)).get(0).quote().deviation());
        NameHits hits = requests.as(HANEUL, () -> names.find(NAME));
        assertEquals(
                Map.of(other, true, number, false),
                hits.hits().stream()
                        .filter(each -> Set.of(other, number).contains(each.number()))
                        .collect(Collectors.toMap(NameHits.Hit::number, NameHits.Hit::isIn)));
        Evidence evidence = requests.as(HANEUL, () -> claims.view(other));
        assertEquals(2, evidence.standing().size());
        assertEquals(1, evidence.relations().size());
        assertEquals(
                Set.of(Optional.of(who.standingEntry())),
                evidence.standing().stream().map(each -> each.known().entry()).collect(Collectors.toSet()));

        RiskPanel panel = panel(other);
        assertEquals(risk.score(), panel.of(who.id()).orElseThrow().score());
        assertEquals(risk.level(), panel.of(who.id()).orElseThrow().level());
        assertEquals(risk.level(), there.file().level());
        BlockLine block = panel.departureBlock(who.id()).orElseThrow();
        assertEquals(blocked, block.rules().stream().map(RuleCode::name).toList());
        assertEquals(Optional.empty(), block.waiver(), "blocked again");
        assertEquals(
                number,
                requests.as(HANEUL, () -> takingOut.splitOff(search.view(other, AccessGroup.PARTICIPANT)))
                        .orElseThrow()
                        .from());
        assertEquals(
                List.of("seo CHANGE DONE", "seo OPEN DONE", "split OPEN DONE"),
                entries(number).stream()
                        .filter(each ->
                                !each.startsWith("haneul") && !each.startsWith("risk") && !each.contains("APPROVE"))
                        .distinct()
                        .toList());
        assertTrue(entries(other).contains("seo CREATE DONE"));
    }

    @Test
    void the_old_case_keeps_her_history_and_counts_her_no_more() throws Exception {
        ParticipantRisk stays = panel(number).of(first).orElseThrow();
        CaseView before = view(number);

        CaseNumber other = split(second);

        CaseView after = view(number);
        assertEquals(
                List.of("A"),
                after.participants().stream().map(Participant::label).toList());
        assertEquals(
                List.of("B"), after.takenOut().stream().map(Participant::label).toList());
        assertEquals(told(before, second), told(after, second));
        assertEquals(1, told.listed(number).people());
        assertEquals(stays.score(), panel(number).of(first).orElseThrow().score(), "nobody's risk falls by it");
        assertTrue(panel(number).of(second).isEmpty());
        assertTrue(panel(number).departureBlock(second).isEmpty());
        assertEquals(
                List.of(),
                panel(number).openAlerts().stream()
                        .filter(each -> each.alert().participant().equals(second))
                        .toList());
        assertTrue(panel(number).alerts().stream()
                .filter(each -> each.alert().participant().equals(second))
                .allMatch(each -> each.alert().closeReason().equals(WHY)));
        assertEquals(
                1,
                requests.as(HANEUL, () -> circumstances.view(number))
                        .of(second)
                        .devices()
                        .size());
        TakenOut act = requests.as(HANEUL, () -> takingOut.of(search.view(number, AccessGroup.PARTICIPANT)))
                .get(0);
        assertEquals(Optional.of(other), act.into());
        assertEquals(WHY, act.why());
        assertEquals(
                "taken-out.split",
                refusal(() -> requests.does(SEO, () -> takingOut.putBack(number, second, new NewTakingOut(WHY)))));
        assertEquals(
                "taken-out.not-in",
                refusal(() -> requests.does(HANEUL, () -> circumstances.recordDevice(number, second, phone()))));
        requests.does(HANEUL, () -> cases.addParticipant(number, WOMAN, told.report(Stage.CONTACT)));
        assertEquals(
                List.of("A", "C"),
                told.participants(number).stream().map(Participant::label).toList());
        assertEquals(
                List.of(),
                Database.lines("select id::text from taken_out where strpos(to_jsonb(taken_out)::text, ?) > 0", WHY));
    }

    @Test
    void who_is_held_goes_with_the_alert_and_with_the_leg_on_which_she_was_taken() throws Exception {
        leaves(first);
        leaves(second);
        enter(second, told.report(Stage.DETENTION));
        assertEquals(
                "taken-out.in-danger",
                refusal(() -> requests.does(SEO, () -> takingOut.takeOut(number, second, new NewTakingOut(WHY)))));
        int held = panel(number).of(second).orElseThrow().score();

        CaseNumber other = split(second);

        CaseView there = view(other);
        Participant who = there.participants().get(0);
        RiskPanel panel = panel(other);
        assertEquals(held, panel.of(who.id()).orElseThrow().score());
        assertEquals(Level.CRITICAL, there.file().level());
        assertTrue(panel.openAlerts().stream()
                .anyMatch(each ->
                        each.alert().group() == RuleGroup.HELD && each.alert().level() == Level.CRITICAL));
        var leg = requests.as(HANEUL, () -> circumstances.view(other)).legs().get(0);
        assertEquals(LegState.DONE, leg.state());
        assertEquals(Optional.of(who.standingEntry()), leg.endedBy(who.id()));
        assertEquals(
                Optional.of(leg.original()),
                there.entries().stream()
                        .filter(each -> each.stage() == Stage.TRANSIT)
                        .findFirst()
                        .orElseThrow()
                        .leg());
        assertEquals(Stage.TRANSIT, told.listed(number).stage(), "the case shows who is left in it");
        assertEquals(
                LegState.UNDER_WAY,
                requests.as(HANEUL, () -> circumstances.view(number))
                        .legs()
                        .get(0)
                        .state(first));
    }

    @Test
    void how_she_is_reached_and_what_must_be_kept_go_along_and_the_entry_of_the_log_says_so() throws Exception {
        requests.does(
                HANEUL,
                () -> circumstances.record(
                        number,
                        new NewSafeContact(
                                Set.of(second),
                                ContactChannel.CALL,
                                "the old phone",
                                "",
                                "",
                                PartialDate.unknown(),
                                PartialDate.unknown())));
        requests.does(SEO, () -> retentions.hold(number, new NewHold("the inquiry asks for it")));

        CaseNumber other = split(second);

        assertEquals(
                "the inquiry asks for it",
                requests.as(
                        SEO,
                        () -> retentions
                                .of(search.view(other, AccessGroup.CASE).file())
                                .hold()
                                .orElseThrow()
                                .why()));
        assertEquals(
                List.of("the old phone"),
                requests.as(
                        HANEUL,
                        () -> circumstances
                                .of(
                                        search.view(other, AccessGroup.PARTICIPANT, AccessGroup.SAFE_CONTACT)
                                                .file(),
                                        AccessGroup.SAFE_CONTACT)
                                .safeContacts()
                                .stream()
                                .map(each -> each.known().over())
                                .toList()));
        assertEquals(
                List.of("split"),
                Database.lines(
                        "select actor from access_entry where ? = any (case_refs) and actor = 'split'"
                                + " and 'SAFE_CONTACT' = any (field_groups)",
                        number.value()));
    }

    @Test
    void nobody_is_split_off_from_a_case_that_somebody_wants_erased() throws Exception {
        requests.does(SEO, () -> erasures.ask(number, "The family asked us in writing to forget them."));

        assertEquals("split.erasure", refusal(() -> requests.as(SEO, () -> splits.split(number, wanted(WHY, second)))));
    }

    @Test
    void nobody_else_splits_a_case_and_nobody_so_that_it_is_empty() throws Exception {
        assertThrows(NotFound.class, () -> requests.as(HANEUL, () -> splits.split(number, wanted(WHY, second))));
        assertThrows(NotFound.class, () -> requests.as(FAR, () -> splits.split(number, wanted(WHY, second))));
        assertThrows(
                NotFound.class,
                () -> requests.as(SEO, () -> splits.split(number, wanted(WHY, ParticipantId.create()))));
        assertEquals(
                "split.all", refusal(() -> requests.as(SEO, () -> splits.split(number, wanted(WHY, first, second)))));
        assertEquals(
                "taken-out.why.too-short",
                refusal(() -> requests.as(SEO, () -> splits.split(number, wanted("alone", second)))));
        NewStage wrong = told.report(Stage.BROKER, StageDetails.none());
        requests.does(HANEUL, () -> cases.correctEntry(number, looking, wrong, "another broker"));
        assertEquals(
                "split.correction-waits",
                refusal(() -> requests.as(SEO, () -> splits.split(number, wanted(WHY, second)))));
        assertEquals(2, told.listed(number).people());
    }

    private void leaves(ParticipantId who) throws Exception {
        enter(
                who,
                told.report(
                        Stage.TRANSIT,
                        StageDetails.none().onLeg(taxi).departing(Departure.HAS_LEFT, CaseFixtures.allNo())));
    }

    private void twoClaims() throws Exception {
        SourceId relative = requests.as(HANEUL, () -> sources.add(source()));
        EntryId says = requests.as(HANEUL, () -> claims.record(number, claim(relative, looking), Optional.empty()));
        // About both, under the entry of the one who stays: it says the same.
        EntryId same = told.participants(number).get(0).standingEntry();
        requests.does(
                HANEUL,
                () -> claims.record(
                        number, claim(relative, same), Optional.of(new NewRelation(RelationKind.CONTRADICTS, says))));
    }

    private static NewSource source() {
        return new NewSource(
                SourceKind.RELATIVE, "", "", "", PartialDate.unknown(), "", Optional.empty(), Reliability.C, false);
    }

    private NewClaim claim(SourceId source, EntryId about) {
        return new NewClaim(
                Set.of(first, second),
                ClaimTopic.AUTHORITIES,
                Optional.of(about),
                "they were seen at the station",
                PartialDate.unknown(),
                PartialDate.on(today),
                source,
                Credibility.PROBABLY_TRUE,
                Modality.ASSERTED,
                "",
                Optional.empty());
    }

    private CaseNumber split(ParticipantId who) throws Exception {
        return requests.as(SEO, () -> splits.split(number, wanted(WHY, who)));
    }

    private static NewSplit wanted(String why, ParticipantId... who) {
        return new NewSplit(Set.of(who), CaseKind.INDIVIDUAL, RouteKind.LAND_VIA_CHINA, why);
    }

    /** What her journey says, wherever it is read. */
    private static List<String> told(CaseView view, ParticipantId who) {
        return view.journey(who).stream()
                .map(each -> each.position() + " " + each.stage() + " " + each.happened() + " " + each.place() + " "
                        + each.certainty() + " " + each.confirmation() + " " + each.recorded())
                .toList();
    }

    private CaseView view(CaseNumber which) throws Exception {
        return requests.as(
                HANEUL, () -> search.view(which, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY));
    }

    private Permission permit(CaseView view) throws Exception {
        return requests.as(
                HANEUL,
                () -> consents.of(search.view(view.file().number(), AccessGroup.CONSENT))
                        .permit(ConsentPurpose.CASE_WORK));
    }

    private RiskPanel panel(CaseNumber which) throws Exception {
        return requests.as(HANEUL, () -> risks.panel(which));
    }

    private static List<String> entries(CaseNumber which) throws Exception {
        return Database.lines(
                "select distinct actor || ' ' || action || ' ' || outcome as entry from access_entry where ? = any (case_refs)"
                        + " order by entry",
                which.value());
    }

    private void enter(ParticipantId who, NewStage next) throws Exception {
        int seen = told.participants(number).stream()
                .filter(each -> each.id().equals(who))
                .findFirst()
                .orElseThrow()
                .version();
        requests.does(HANEUL, () -> cases.enterStage(number, who, next, seen));
    }

    private static String refusal(Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).messageKey();
    }

    private NewNormPrice norm() {
        return new NewNormPrice(
                RouteKind.LAND_VIA_CHINA,
                "",
                "",
                won("10000000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today.minusYears(1),
                Optional.empty(),
                "a report");
    }

    private static Money won(String amount) {
        return Money.of(amount, "KRW");
    }

    private NewDevice phone() {
        return new NewDevice(
                "old phone",
                "138 0013 9123",
                Answer.YES,
                Answer.YES,
                false,
                false,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
    }

    private NewLeg taxi() {
        return new NewLeg(
                Set.of(first, second),
                CaseFixtures.LIAONING,
                CaseFixtures.KUNMING,
                Means.TAXI,
                "",
                Border.LAND,
                PartialDate.unknown(),
                PartialDate.unknown(),
                Optional.of(4),
                Optional.of(2),
                LegState.PLANNED);
    }

    private NewQuote quote(String amount, PriceBasis basis, ParticipantId... who) {
        return new NewQuote(
                broker,
                Set.of(who),
                basis,
                won(amount),
                "",
                Optional.of(50),
                "",
                today,
                Optional.empty(),
                ObtainedHow.values()[0]);
    }
}
