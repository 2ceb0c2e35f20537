package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.QuoteService;
import org.durumi.costs.Vetting;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.evidence.SourceService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.StatementSpy;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.links.LinkAct;
import org.durumi.links.LinkKind;
import org.durumi.links.LinkLine;
import org.durumi.links.LinkService;
import org.durumi.links.NewAnswer;
import org.durumi.links.NewLink;
import org.durumi.risk.ChecklistQuestion;
import org.durumi.risk.RecordedChecklist;
import org.durumi.risk.RiskService;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a transfer that the application did not write is worth, who is first of two, and what a case names that stays with its old team. */
@ExtendWith(ArquillianExtension.class)
class TransferWallsIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c701");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c702");
    private static final TeamId THIRD = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c703");
    private static final Actor WORKER = actor("over-worker", Role.CASEWORKER, NEAR);
    private static final Actor GIVER = actor("over-giver", Role.SUPERVISOR, NEAR);
    private static final Actor TAKER = actor("over-taker", Role.SUPERVISOR, FAR);
    private static final Actor SECOND = actor("over-second", Role.SUPERVISOR, FAR);
    private static final Actor NEXT = actor("over-next", Role.CASEWORKER, FAR);
    private static final NewTransfer TO_FAR = new NewTransfer(FAR, "They moved on to where the other team works", "");
    private static final NewTransferAnswer TAKES = new NewTransferAnswer(TransferEnd.ACCEPTED, Set.of(NEXT.id()), "");
    private static final String HOME = " (Team " + NEAR.value() + ")";
    private static final String REFUSED = "42501";

    @Inject
    Requests requests;

    @Inject
    TransferService service;

    @Inject
    TransferSearch transfers;

    @Inject
    CaseSearch search;

    @Inject
    CaseService cases;

    @Inject
    RiskService risks;

    @Inject
    LinkService links;

    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    SplitService splits;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    StatementSpy spy;

    @Inject
    Told told;

    private CaseNumber number;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void a_case_of_one_of_two_teams() throws Exception {
        told.team(NEAR, WORKER, GIVER);
        told.team(FAR, TAKER, SECOND, NEXT);
        number = told.caseOf(WORKER, WOMAN);
    }

    private EntryId offered() throws Exception {
        return requests.as(GIVER, () -> service.offer(number, TO_FAR));
    }

    private boolean reads(Actor who) throws Exception {
        try {
            requests.as(who, () -> search.view(number, AccessGroup.CASE));
            return true;
        } catch (NotFound none) {
            return false;
        }
    }

    @Test
    void a_transfer_that_somebody_changed_is_none_and_is_noticed() throws Exception {
        for (String change : List.of("due = due - interval '1 second'", "offered_by = 'over-next'")) {
            EntryId offer = offered();
            Database.asOwner("update transfer set " + change + " where id = '" + offer + "'");
            long refused = refusals();

            assertThrows(NotFound.class, () -> requests.does(TAKER, () -> service.answer(offer, TAKES)), change);

            assertTrue(refusals() > refused, change);
            assertEquals(
                    List.of(),
                    requests.as(TAKER, transfers::ofTeam).stream()
                            .filter(each -> each.transfer().id().equals(offer))
                            .toList());
            assertTrue(reads(WORKER));
            number = told.caseOf(WORKER, WOMAN);
        }
    }

    private static long refusals() throws SQLException {
        return Long.parseLong(Database.lines(
                        "select count(*) from access_entry where outcome = 'REFUSED' and actor_role = 'NONE' and actor = 'over-taker'"
                                + " and field_groups = '{ASSIGNMENT}'")
                .getFirst());
    }

    @Test
    void who_runs_sql_as_the_application_takes_a_case_away_and_gives_it_to_nobody() throws Exception {
        EntryId first = offered();
        requests.does(TAKER, () -> service.answer(first, TAKES));
        String mac = Database.lines("select encode(mac, 'hex') from case_file where number = ?", number.value())
                .getFirst();
        EntryId back = requests.as(TAKER, () -> service.offer(number, new NewTransfer(NEAR, TO_FAR.reason(), "")));
        requests.does(
                GIVER,
                () -> service.answer(back, new NewTransferAnswer(TransferEnd.ACCEPTED, Set.of(WORKER.id()), "")));
        assertTrue(reads(WORKER) && !reads(TAKER));

        // The same offer again, whose MAC of the case fitted once.
        assertRefused(TAKER, taking(first, mac));
        // Another one, that they wrote themselves.
        UUID forged = UUID.randomUUID();
        String writing =
                "insert into transfer select '" + forged + "', case_id, '" + NEAR.value() + "', '" + FAR.value()
                        + "', now() + interval '1 day', 'over-giver', now(), by_organisation, mac from transfer where id = '"
                        + first + "'";
        assertRefused(TAKER, writing);
        as(GIVER, writing);
        assertRefused(
                TAKER,
                "insert into transfer_answer (id, case_id, became, answered_by, answered_at, mac) select id, case_id,"
                        + " 'ACCEPTED', 'over-taker', now(), mac from transfer where id = '" + forged + "'");
        assertRefused(GIVER, taking(new EntryId(forged), mac));
        as(TAKER, taking(new EntryId(forged), mac));

        for (Actor who : List.of(WORKER, GIVER, TAKER, NEXT)) {
            assertFalse(reads(who), who.id()::toString);
        }
    }

    @Test
    void who_runs_sql_as_the_application_says_no_for_no_other_team_and_offers_for_none() throws Exception {
        EntryId offer = offered();
        Actor third = actor("over-third", Role.SUPERVISOR, THIRD);
        told.team(THIRD, third, actor("over-third-worker", Role.CASEWORKER, THIRD));
        CaseNumber theirs = told.caseOf(actor("over-third-worker", Role.CASEWORKER, THIRD), WOMAN);
        String refusing =
                "insert into transfer_answer (id, case_id, became, answered_by, answered_at, mac) select '" + offer
                        + "', id, '%s', 'over-third', now(), decode(repeat('00', 32), 'hex') from case_file where number = '%s'";

        assertRefused(third, refusing.formatted("DECLINED", theirs));
        assertRefused(third, refusing.formatted("REVOKED", theirs));
        assertRefused(GIVER, refusing.formatted("DECLINED", number));
        assertRefused(
                third,
                "insert into transfer select '" + UUID.randomUUID() + "', f.id, '" + NEAR.value() + "', '" + FAR.value()
                        + "', now() + interval '1 day', 'over-third', now(), f.mac, f.mac from case_file f where number = '"
                        + theirs + "'");

        requests.does(TAKER, () -> service.answer(offer, TAKES));
        assertTrue(reads(TAKER));
    }

    @Test
    void the_row_of_an_offered_case_is_read_by_the_other_team_alone_and_while_it_waits() throws Exception {
        EntryId offer = offered();
        String looking = "select count(*) = %s from offered_case('" + offer + "', now())";

        as(TAKER, looking.formatted(1));
        as(GIVER, looking.formatted(0));
        Database.asOwner("update transfer set due = now() where id = '" + offer + "'");
        as(TAKER, looking.formatted(0));
    }

    private static String taking(EntryId transfer, String mac) {
        return "select take_over('" + transfer + "', clock_timestamp(), decode(repeat('00', 32), 'hex'), decode('" + mac
                + "', 'hex'))";
    }

    private static void assertRefused(Actor supervisor, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> as(supervisor, sql), sql);
        assertEquals(REFUSED, refused.getSQLState(), sql);
    }

    /** As the application, for a supervisor. */
    private static void as(Actor supervisor, String sql) throws SQLException {
        try (Connection app = Database.app()) {
            app.setAutoCommit(false);
            try (PreparedStatement say =
                    app.prepareStatement("select set_config('app.team', ?, true), set_config('app.reader', ?, true)")) {
                say.setString(1, supervisor.team().orElseThrow().value().toString());
                say.setString(2, supervisor.id().value());
                say.execute();
            }
            try (Statement statement = app.createStatement()) {
                if (statement.execute(sql)) {
                    try (ResultSet answer = statement.getResultSet()) {
                        answer.next();
                        assertTrue(answer.getBoolean(1), sql);
                    }
                }
            }
            app.commit();
        }
    }

    @Test
    void of_two_who_answer_at_once_one_does_and_the_other_is_told() throws Exception {
        for (Callable<Void> other : Stream.<Callable<Void>>of(
                        () -> answered(SECOND, TAKES),
                        () -> answered(SECOND, new NewTransferAnswer(TransferEnd.DECLINED, Set.of(), "not here")),
                        this::revoked)
                .toList()) {
            number = told.caseOf(WORKER, WOMAN);
            current = offered();

            List<String> answers = Stream.of(running(() -> answered(TAKER, TAKES)), running(other))
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();

            assertEquals(List.of("done", "transfer.over"), answers);
            assertEquals(
                    List.of("1"),
                    Database.lines("select count(*) from transfer_answer where id = ?::uuid", current.toString()));
            assertTrue(reads(WORKER) != reads(TAKER), "it is of one team");
        }
    }

    private EntryId current;

    private Void answered(Actor who, NewTransferAnswer told) throws Exception {
        requests.does(who, () -> service.answer(current, told));
        return null;
    }

    private Void revoked() throws Exception {
        requests.does(GIVER, () -> service.revoke(current));
        return null;
    }

    private static CompletableFuture<String> running(Callable<Void> act) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                act.call();
                answer.complete("done");
            } catch (RuleViolation refused) {
                answer.complete(refused.messageKey());
            } catch (Exception | AssertionError failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    @Test
    void brokers_and_sources_stay_with_their_team_and_are_read_where_the_case_names_them() throws Exception {
        BrokerId broker =
                requests.as(WORKER, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
        SourceId source = requests.as(WORKER, () -> sources.add(paper()));
        quoted(broker);
        EntryId claim =
                requests.as(WORKER, () -> claims.record(number, said(source, "They say so."), Optional.empty()));
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));

        assertTrue(requests.as(NEXT, () -> quotes.view(number))
                .getFirst()
                .broker()
                .codeName()
                .matches("B-\\d+" + Pattern.quote(HOME)));
        Evidence evidence = requests.as(NEXT, () -> claims.view(number));
        Claim known = evidence.claims().getFirst();
        assertTrue(evidence.source(known).codeName().matches("S-\\d+" + Pattern.quote(HOME)));
        for (Actor who : List.of(NEXT, TAKER)) {
            assertThrows(NotFound.class, () -> requests.as(who, () -> brokers.one(broker)));
            assertThrows(NotFound.class, () -> requests.as(who, () -> sources.one(source)));
            assertTrue(requests.as(who, () -> brokers.choices()).stream()
                    .noneMatch(each -> each.id().equals(broker)));
            assertTrue(requests.as(who, () -> sources.choices()).stream()
                    .noneMatch(each -> each.id().equals(source)));
        }
        assertThrows(NotFound.class, () -> requests.does(TAKER, () -> brokers.vet(broker, Vetting.VETTED, 0)));

        requests.does(NEXT, () -> claims.correct(number, claim, said(source, "They said so."), "a word", 0));
        assertThrows(
                NotFound.class,
                () -> requests.as(NEXT, () -> claims.record(number, said(source, "More."), Optional.empty())),
                "nothing new is said by a source that is not theirs");
        assertThrows(NotFound.class, () -> quotedBy(NEXT, broker));
    }

    @Test
    void of_many_brokers_and_sources_of_the_old_team_no_more_is_asked_than_of_one() throws Exception {
        assertEquals(asked(1), asked(4));
    }

    /** How many statements it takes to read what a case that went over names so many brokers and sources of. */
    private int asked(int many) throws Exception {
        number = told.caseOf(WORKER, WOMAN);
        for (int each = 0; each < many; each++) {
            quoted(requests.as(WORKER, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE))));
            SourceId source = requests.as(WORKER, () -> sources.add(paper()));
            requests.does(WORKER, () -> claims.record(number, said(source, "They say so."), Optional.empty()));
        }
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));
        Callable<Integer> reading = () -> requests.as(
                NEXT,
                () -> quotes.view(number).size() + claims.view(number).claims().size());
        assertEquals(2 * many, reading.call());
        return spy.during(reading).stream().mapToInt(List::size).sum();
    }

    @Test
    void the_checklist_of_a_departure_says_whose_the_broker_is_of_whom_it_speaks() throws Exception {
        BrokerId broker =
                requests.as(WORKER, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
        reaches(WORKER, Stage.BROKER, StageDetails.none().withBroker(broker));
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));

        String named = "B-\\d+" + Pattern.quote(HOME);
        ParticipantId who = first(NEXT).id();
        RecordedChecklist recorded = requests.as(
                NEXT,
                () -> risks.checklist(
                        search.view(
                                number,
                                AccessGroup.PARTICIPANT,
                                AccessGroup.JOURNEY,
                                AccessGroup.DEVICE,
                                AccessGroup.QUOTE,
                                AccessGroup.BROKER,
                                AccessGroup.CONSENT),
                        Set.of(who)));
        assertTrue(recorded.to(ChecklistQuestion.BROKER_VETTED)
                .getFirst()
                .arguments()
                .getFirst()
                .toString()
                .matches(named));
        Checklist wrong = new Checklist(Answer.NO, Answer.YES, Answer.NO, Answer.NO, Answer.NO);
        RuleViolation refused = assertThrows(
                RuleViolation.class,
                () -> reaches(NEXT, Stage.TRANSIT, StageDetails.none().departing(Departure.HAS_LEFT, wrong)));
        assertEquals("brokerVetted", refused.field());
        assertTrue(refused.arguments().getFirst().toString().matches(named));
    }

    private void reaches(Actor who, Stage stage, StageDetails details) throws Exception {
        Participant first = first(who);
        requests.does(who, () -> cases.enterStage(number, first.id(), told.report(stage, details), first.version()));
    }

    @Test
    void what_the_old_team_says_of_a_broker_is_reckoned_in_the_case() throws Exception {
        BrokerId broker =
                requests.as(WORKER, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
        quoted(broker);
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));

        long assessed = assessed(number);

        requests.does(GIVER, () -> brokers.vet(broker, Vetting.SUSPENDED, 0));

        assertTrue(assessed(number) > assessed);
    }

    @Test
    void it_is_reckoned_too_in_a_case_that_was_split_off_since() throws Exception {
        number = told.caseOf(WORKER, WOMAN, WOMAN);
        BrokerId broker =
                requests.as(WORKER, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
        quoted(broker);
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));
        ParticipantId who = first(NEXT).id();
        CaseNumber other = requests.as(
                TAKER,
                () -> splits.split(
                        number,
                        new NewSplit(
                                Set.of(who),
                                CaseKind.INDIVIDUAL,
                                RouteKind.LAND_VIA_CHINA,
                                "She goes on alone, with other people.")));
        long assessed = assessed(other);

        requests.does(GIVER, () -> brokers.vet(broker, Vetting.SUSPENDED, 0));

        assertTrue(assessed(other) > assessed);
    }

    /** How often a case was assessed by the system, or is to be: the timer may have been faster than the test. */
    private static long assessed(CaseNumber concerned) throws SQLException {
        return Long.parseLong(Database.lines(
                        "select (select count(*) from job j join case_file f on f.id = j.case_id"
                                + " where j.kind = 'REASSESS' and f.number = ?)"
                                + " + (select count(distinct request_id) from access_entry"
                                + " where actor = 'risk' and ? = any (case_refs))",
                        concerned.value(),
                        concerned.value())
                .getFirst());
    }

    private void quoted(BrokerId broker) throws Exception {
        quotedBy(WORKER, broker);
    }

    private void quotedBy(Actor who, BrokerId broker) throws Exception {
        ParticipantId whose = first(who).id();
        requests.does(who, () -> quotes.record(number, told.quote(broker, whose)));
    }

    private Participant first(Actor who) throws Exception {
        return requests.as(who, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants()
                .getFirst();
    }

    private static NewSource paper() {
        return new NewSource(
                SourceKind.MEDIA, "A paper", "", "", PartialDate.unknown(), "", Optional.empty(), Reliability.C, false);
    }

    private static NewClaim said(SourceId source, String statement) {
        return new NewClaim(
                Set.of(),
                ClaimTopic.values()[0],
                Optional.empty(),
                statement,
                PartialDate.unknown(),
                PartialDate.unknown(),
                source,
                Credibility.POSSIBLY_TRUE,
                Modality.ASSERTED,
                "",
                Optional.empty());
    }

    @Test
    void a_link_within_the_team_becomes_one_between_two_and_each_side_sees_its_own() throws Exception {
        CaseNumber staying = told.caseOf(WORKER, WOMAN);
        EntryId link = requests.as(
                GIVER,
                () -> links.want(
                        number, new NewLink(staying, LinkKind.SAME_EVENT, Optional.empty(), "Both were told of it.")));
        assertEquals("STANDS", line(WORKER, staying).link().state().name());
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));

        LinkLine there = line(TAKER, number);
        assertEquals(Optional.empty(), there.number());
        assertEquals("Team " + NEAR.value(), there.whom().orElseThrow().team());
        LinkLine here = line(GIVER, staying);
        assertEquals(Optional.empty(), here.number());
        assertEquals("Team " + FAR.value(), here.whom().orElseThrow().team());
        assertEquals("Both were told of it.", here.link().why());
        requests.does(
                TAKER, () -> links.act(number, link, new NewAnswer(LinkAct.END, Optional.empty(), "It was another.")));
        assertEquals("ENDED", line(GIVER, staying).link().state().name());
    }

    @Test
    void what_was_given_to_read_by_a_link_ends_in_the_log_too_when_both_cases_are_of_one_team_by_then()
            throws Exception {
        CaseNumber theirs = told.caseOf(NEXT, WOMAN);
        ParticipantId woman = first(WORKER).id();
        CaseNumber ours = number;
        EntryId link = requests.as(
                GIVER,
                () -> links.want(
                        ours, new NewLink(theirs, LinkKind.SAME_PERSON, Optional.of(woman), "Both were told of her.")));
        number = theirs;
        ParticipantId same = first(NEXT).id();
        number = ours;
        requests.does(TAKER, () -> links.act(theirs, link, new NewAnswer(LinkAct.AGREE, Optional.of(same), "")));
        EntryId offer = offered();
        requests.does(TAKER, () -> service.answer(offer, TAKES));
        assertEquals(List.of("0"), ended(ours, theirs));

        requests.does(TAKER, () -> links.act(ours, link, new NewAnswer(LinkAct.END, Optional.empty(), "Two women.")));

        assertEquals(List.of("1"), ended(ours, theirs));
        assertThrows(NotFound.class, () -> requests.as(GIVER, () -> search.view(theirs, AccessGroup.CASE)));
    }

    private static List<String> ended(CaseNumber one, CaseNumber other) throws SQLException {
        return Database.lines(
                "select count(*) from access_entry where actor = 'over-taker' and action = 'CHANGE' and field_groups = '{ASSIGNMENT}'"
                        + " and ? = any (case_refs) and ? = any (case_refs)",
                one.value(),
                other.value());
    }

    private LinkLine line(Actor who, CaseNumber of) throws Exception {
        return requests.as(who, () -> links.of(search.view(of, AccessGroup.LINK).file()))
                .getFirst();
    }
}
