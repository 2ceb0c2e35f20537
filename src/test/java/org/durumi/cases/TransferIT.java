package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.requests.NewRequest;
import org.durumi.requests.RequestService;
import org.durumi.requests.RequestState;
import org.durumi.route.Stage;
import org.durumi.vault.Vault;
import org.durumi.work.NewTask;
import org.durumi.work.TaskService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case goes over to another team: who may what in which state, what each side sees, and what follows. */
@ExtendWith(ArquillianExtension.class)
class TransferIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c601");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c602");
    private static final TeamId THIRD_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c603");
    private static final Actor WORKER = actor("transfer-worker", Role.CASEWORKER, NEAR);
    private static final Actor COLLEAGUE = actor("transfer-colleague", Role.CASEWORKER, NEAR);
    private static final Actor GIVER = actor("transfer-giver", Role.SUPERVISOR, NEAR);
    private static final Actor TAKER = actor("transfer-taker", Role.SUPERVISOR, FAR);
    private static final Actor NEXT = actor("transfer-next", Role.CASEWORKER, FAR);
    private static final Actor THIRD = actor("transfer-third", Role.SUPERVISOR, THIRD_TEAM);
    private static final Actor AUDITOR =
            new Actor(new UserId("transfer-auditor"), Set.of(Role.AUDITOR), Optional.empty(), "");
    private static final Actor ADMINISTRATOR =
            new Actor(new UserId("transfer-admin"), Set.of(Role.ADMINISTRATOR), Optional.empty(), "");
    private static final List<Actor> EVERYBODY =
            List.of(WORKER, COLLEAGUE, GIVER, TAKER, NEXT, THIRD, AUDITOR, ADMINISTRATOR);
    private static final String REASON = "They moved on to where the other team works: curlew-on-sand";
    private static final NewTransferAnswer TAKES = new NewTransferAnswer(TransferEnd.ACCEPTED, Set.of(NEXT.id()), "");
    private static final NewTransferAnswer DECLINES =
            new NewTransferAnswer(TransferEnd.DECLINED, Set.of(), "We have nobody there either");

    @Inject
    org.durumi.inside.Requests requests;

    @Inject
    TransferService service;

    @Inject
    TransferSearch transfers;

    @Inject
    Transfers rows;

    @Inject
    CaseAccess access;

    @Inject
    CaseSearch search;

    @Inject
    CaseService cases;

    @Inject
    DecisionService decisions;

    @Inject
    DeputyService deputies;

    @Inject
    GrantService grants;

    @Inject
    GlassService glass;

    @Inject
    ClosureService closures;

    @Inject
    ErasureService erasures;

    @Inject
    RetentionService retentions;

    @Inject
    TaskService tasks;

    @Inject
    RequestService asked;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    @Inject
    Told told;

    private CaseNumber number;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void a_case_of_one_of_three_teams() throws Exception {
        told.team(NEAR, WORKER, COLLEAGUE, GIVER);
        told.team(FAR, TAKER, NEXT);
        told.team(THIRD_TEAM, THIRD);
        told.introduce(AUDITOR);
        told.introduce(ADMINISTRATOR);
        number = told.caseOf(WORKER, WOMAN);
    }

    @Test
    void in_each_state_each_may_what_is_theirs_and_nothing_else() throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (TransferState state : TransferState.values()) {
            number = told.caseOf(WORKER, WOMAN);
            EntryId id = inState(state);
            for (Actor who : EVERYBODY) {
                String where = state + " " + who.id();
                found.put(where, may(who, id, state));
                expected.put(where, expected(who, state));
            }
        }
        assertEquals(lines(expected), lines(found));
    }

    private static String lines(Map<String, String> map) {
        return map.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** What they read, and how each act is answered that is not theirs in this state: those that are, other tests do. */
    private String may(Actor who, EntryId id, TransferState state) throws Exception {
        boolean waits = state == TransferState.OFFERED;
        return String.join(
                ", ",
                "case " + answered(who, () -> search.view(number, AccessGroup.CASE)),
                "transfer " + answered(who, () -> transfers.one(id)),
                "offer " + (offers(who, state) ? "-" : answered(who, () -> service.offer(number, to(FAR)))),
                "accept " + (waits && who == TAKER ? "-" : answered(who, () -> answers(id, TAKES))),
                "decline " + (waits && who == TAKER ? "-" : answered(who, () -> answers(id, DECLINES))),
                "revoke " + (waits && who == GIVER ? "-" : answered(who, () -> revokes(id))));
    }

    private static boolean offers(Actor who, TransferState state) {
        return switch (state) {
            case OFFERED -> false;
            case ACCEPTED -> who == TAKER;
            case DECLINED, REVOKED, EXPIRED -> who == GIVER;
        };
    }

    private static String expected(Actor who, TransferState state) {
        boolean over = state == TransferState.ACCEPTED;
        boolean waits = state == TransferState.OFFERED;
        boolean reads = over ? who == TAKER || who == NEXT : who == WORKER || who == GIVER;
        boolean side = who == GIVER || who == TAKER;
        String offer = offers(who, state) ? "-" : waits && who == GIVER ? "transfer.already" : "nothing there";
        String answer = !side ? "nothing there" : !waits ? "transfer.over" : who == TAKER ? "-" : "transfer.not-yours";
        String revoke = !side ? "nothing there" : !waits ? "transfer.over" : who == GIVER ? "-" : "transfer.not-yours";
        return String.join(
                ", ",
                "case " + (reads ? "yes" : "nothing there"),
                "transfer " + (side ? "yes" : "nothing there"),
                "offer " + offer,
                "accept " + answer,
                "decline " + answer,
                "revoke " + revoke);
    }

    private String answered(Actor who, Callable<?> act) throws Exception {
        try {
            requests.as(who, act);
            return "yes";
        } catch (NotFound none) {
            return "nothing there";
        } catch (RuleViolation refused) {
            return refused.messageKey();
        }
    }

    private Object answers(EntryId id, NewTransferAnswer told) {
        service.answer(id, told);
        return "";
    }

    private Object revokes(EntryId id) {
        service.revoke(id);
        return "";
    }

    private static NewTransfer to(TeamId team) {
        return new NewTransfer(team, REASON, "She sleeps late");
    }

    private EntryId inState(TransferState state) throws Exception {
        if (state == TransferState.EXPIRED) {
            return offeredBefore(Transfer.AWAITED);
        }
        EntryId id = offered();
        switch (state) {
            case ACCEPTED -> requests.does(TAKER, () -> service.answer(id, TAKES));
            case DECLINED -> requests.does(TAKER, () -> service.answer(id, DECLINES));
            case REVOKED -> requests.does(GIVER, () -> service.revoke(id));
            default -> {}
        }
        return id;
    }

    private EntryId offered() throws Exception {
        return requests.as(GIVER, () -> service.offer(number, to(FAR)));
    }

    private EntryId offeredBefore(Duration time) throws Exception {
        return requests.as(GIVER, () -> {
            transaction.begin();
            CaseFile file = access.toDecide(number, AccessGroup.ASSIGNMENT);
            Signed then = GIVER.signed(clock.instant().minus(time));
            Transfer old = Transfer.offer(file, to(FAR), then, vault.organisation(), macs);
            rows.add(old);
            transaction.commit();
            return old.id();
        });
    }

    @Test
    void before_they_take_it_the_other_side_sees_what_it_is_about_and_no_case() throws Exception {
        EntryId id = offered();

        TransferView view = requests.as(TAKER, () -> transfers.one(id));

        assertEquals(number, view.line().transfer().number());
        assertEquals(REASON, view.line().transfer().reason());
        assertEquals("She sleeps late", view.line().transfer().note());
        OfferedCase offered = view.offered().orElseThrow();
        assertEquals(CaseKind.INDIVIDUAL, offered.kind());
        assertEquals(1, offered.people());
        assertEquals(Optional.of("CN"), offered.country().map(each -> each.value()));
        assertTrue(view.caseworkers().stream().anyMatch(each -> each.id().equals(NEXT.id())));
        assertTrue(view.caseworkers().stream().noneMatch(each -> each.id().equals(WORKER.id())));
        assertTrue(inQueue(TAKER).contains(number + " OFFERED"));
        assertTrue(inQueue(GIVER).contains(number + " OFFERED"));
        for (Actor who : List.of(THIRD, NEXT, WORKER, AUDITOR, ADMINISTRATOR)) {
            assertEquals(Set.of(), inQueue(who), who.id()::toString);
        }
        assertEquals(
                Optional.empty(), requests.as(GIVER, () -> transfers.one(id)).offered());
        assertFalse(requests.as(GIVER, () -> transfers.one(id)).answers());
        assertEquals(Set.of(), listed(TAKER));
        assertEquals(
                List.of("LIST ASSIGNMENT", "OPEN ASSIGNMENT,CASE"),
                Database.lines(
                        "select distinct action || ' ' || array_to_string(array(select unnest(field_groups) order by 1), ',') from access_entry"
                                + " where actor = 'transfer-taker' and ? = any (case_refs) order by 1",
                        number.value()));
    }

    @Test
    void who_takes_it_over_has_it_with_everything_that_waits_and_nobody_of_the_other_team_anything() throws Exception {
        requests.does(GIVER, () -> decisions.assign(number, COLLEAGUE.id()));
        task("theirs", Optional.of(WORKER.id()));
        task("for all", Optional.empty());
        EntryId wish = requests.as(WORKER, () -> asked.askDecision(number, new NewRequest(REASON)));
        CaseId id = requests.as(GIVER, () -> search.view(number, AccessGroup.CASE))
                .file()
                .id();
        for (Actor reader : List.of(GIVER, THIRD)) {
            requests.does(
                    GIVER,
                    () -> grants.give(id, reader.id(), GIVER.id(), Duration.ofDays(1), "to compare", EntryId.create()));
        }
        Actor deputy = actor("transfer-deputy", Role.CASEWORKER, NEAR);
        told.team(NEAR, deputy);
        requests.does(
                GIVER,
                () -> deputies.name(
                        new NewDeputy(Optional.of(COLLEAGUE.id()), deputy.id(), told.today(), told.today())));
        assertEquals("yes", answered(deputy, () -> search.view(number, AccessGroup.CASE)));
        EntryId offer = offered();

        requests.does(TAKER, () -> service.answer(offer, TAKES));

        for (Actor who : List.of(WORKER, COLLEAGUE, GIVER, deputy)) {
            assertEquals(
                    "nothing there", answered(who, () -> search.view(number, AccessGroup.CASE)), who.id()::toString);
            assertEquals(Set.of(), listed(who));
        }
        assertEquals("yes", answered(THIRD, () -> search.view(number, AccessGroup.CASE)), "agreed with another team");
        assertEquals(Set.of(number), listed(TAKER));
        assertEquals(Set.of(number), listed(NEXT));
        assertEquals(
                Set.of(NEXT.id()),
                TaskService.workers(requests.as(TAKER, () -> search.view(number, AccessGroup.ASSIGNMENT))));
        assertEquals(
                List.of("for all OPEN nobody", "theirs ENDED transfer-worker", "theirs OPEN transfer-next"),
                requests.as(NEXT, () -> tasks.view(number)).all().stream()
                        .map(each -> each.own() + " " + each.state() + " "
                                + each.assignee().map(UserId::value).orElse("nobody"))
                        .sorted()
                        .toList());
        assertEquals(
                RequestState.VOID,
                requests.as(
                        TAKER,
                        () -> asked.of(search.view(number, AccessGroup.REQUEST).file())
                                .one(wish)
                                .orElseThrow()
                                .state()));
        requests.does(
                NEXT,
                () -> tasks.write(number, new NewTask("go on", told.today(), Optional.empty(), Optional.empty())));
    }

    @Test
    void who_read_it_in_an_emergency_reads_it_no_more_wherever_they_work() throws Exception {
        Actor reader = actor("transfer-reader", Role.CASEWORKER, THIRD_TEAM);
        told.team(THIRD_TEAM, reader);
        requests.does(
                reader, () -> glass.breakGlass(new NewGlass(number, "She calls us and nobody of her own is there.")));
        assertEquals("yes", answered(reader, () -> search.view(number, AccessGroup.CASE)));

        inState(TransferState.ACCEPTED);

        assertEquals("nothing there", answered(reader, () -> search.view(number, AccessGroup.CASE)));
    }

    private void task(String what, Optional<UserId> assignee) throws Exception {
        requests.does(WORKER, () -> tasks.write(number, new NewTask(what, told.today(), Optional.empty(), assignee)));
    }

    @Test
    void both_teams_find_afterwards_that_it_went_over_and_the_timeline_and_the_log_say_so() throws Exception {
        requests.does(GIVER, () -> service.revoke(offered()));
        requests.does(TAKER, () -> service.answer(offered(), DECLINES));
        EntryId last = offered();
        requests.does(TAKER, () -> service.answer(last, TAKES));

        assertEquals(Set.of(number + " ACCEPTED"), inQueue(GIVER));
        assertEquals(Set.of(number + " ACCEPTED"), inQueue(TAKER));
        assertEquals(
                List.of("ACCEPTED ", "DECLINED We have nobody there either", "REVOKED "),
                requests
                        .as(
                                NEXT,
                                () -> transfers.of(search.view(number, AccessGroup.ASSIGNMENT)
                                        .file()))
                        .stream()
                        .map(each -> each.state() + " " + each.word())
                        .toList());
        assertEquals(
                List.of(
                        "transfer-giver REQUEST",
                        "transfer-giver CHANGE",
                        "transfer-giver REQUEST",
                        "transfer-taker CHANGE",
                        "transfer-giver REQUEST",
                        "transfer-taker APPROVE"),
                Database.lines(
                        "select actor || ' ' || action from access_entry where ? = any (case_refs) and outcome = 'DONE'"
                                + " and action in ('REQUEST', 'CHANGE', 'APPROVE') and field_groups = '{ASSIGNMENT}'"
                                + " order by recorded_at, id",
                        number.value()));
    }

    @Test
    void why_it_was_offered_reads_who_has_the_case_and_after_ninety_days_nobody_else_knows_of_it() throws Exception {
        for (TransferState state : TransferState.values()) {
            number = told.caseOf(WORKER, WOMAN);
            EntryId id = inState(state);
            boolean over = state == TransferState.ACCEPTED;
            boolean waits = state == TransferState.OFFERED;
            assertEquals(
                    waits || !over, requests.as(GIVER, () -> transfers.one(id)).isTold(), state::name);
            assertEquals(
                    waits || over, requests.as(TAKER, () -> transfers.one(id)).isTold(), state::name);
        }
        number = told.caseOf(WORKER, WOMAN);
        EntryId old = offeredBefore(Transfer.AWAITED.plus(Duration.ofDays(91)));

        assertEquals("yes", answered(GIVER, () -> transfers.one(old)));
        assertEquals("nothing there", answered(TAKER, () -> transfers.one(old)));
        assertEquals("nothing there", answered(TAKER, () -> answers(old, TAKES)));
    }

    @Test
    void it_goes_on_and_back_and_each_time_by_an_offer() throws Exception {
        inState(TransferState.ACCEPTED);
        EntryId back = requests.as(TAKER, () -> service.offer(number, to(NEAR)));
        requests.does(
                GIVER,
                () -> service.answer(
                        back, new NewTransferAnswer(TransferEnd.ACCEPTED, Set.of(WORKER.id(), COLLEAGUE.id()), "")));

        for (Actor who : List.of(TAKER, NEXT)) {
            assertEquals("nothing there", answered(who, () -> search.view(number, AccessGroup.CASE)));
        }
        for (Actor who : List.of(WORKER, COLLEAGUE, GIVER)) {
            assertEquals("yes", answered(who, () -> search.view(number, AccessGroup.CASE)));
        }
    }

    @Test
    void a_caseworker_of_the_other_team_who_works_on_it_already_stays_on_it() throws Exception {
        Actor moved = actor("transfer-moved", Role.CASEWORKER, FAR);
        told.team(NEAR, actor("transfer-moved", Role.CASEWORKER, NEAR));
        requests.does(GIVER, () -> decisions.assign(number, moved.id()));
        told.team(FAR, moved);
        EntryId offer = offered();

        requests.does(
                TAKER,
                () -> service.answer(offer, new NewTransferAnswer(TransferEnd.ACCEPTED, Set.of(moved.id()), "")));

        assertEquals(
                Set.of(moved.id()),
                TaskService.workers(requests.as(TAKER, () -> search.view(number, AccessGroup.ASSIGNMENT))));
        assertEquals(Set.of(number), listed(moved));
    }

    @Test
    void what_is_chosen_or_said_wrongly_is_refused_at_its_field() throws Exception {
        assertEquals("form.choose", answered(GIVER, () -> service.offer(number, to(NEAR))));
        assertEquals("form.choose", answered(GIVER, () -> service.offer(number, to(new TeamId(UUID.randomUUID())))));
        EntryId id = offered();
        for (Set<UserId> to :
                List.of(Set.<UserId>of(), Set.of(WORKER.id()), Set.of(TAKER.id()), Set.of(NEXT.id(), WORKER.id()))) {
            assertEquals(
                    "transfer.to.choose",
                    answered(TAKER, () -> answers(id, new NewTransferAnswer(TransferEnd.ACCEPTED, to, ""))));
        }
        assertEquals(
                "transfer.word.needed",
                answered(TAKER, () -> answers(id, new NewTransferAnswer(TransferEnd.DECLINED, Set.of(), " "))));
        assertEquals(
                "form.choose",
                answered(TAKER, () -> answers(id, new NewTransferAnswer(TransferEnd.REVOKED, Set.of(), ""))));
        assertEquals(Set.of(number + " OFFERED"), inQueue(TAKER));
    }

    @Test
    void who_offered_it_does_not_answer_for_the_other_team_to_which_they_were_moved() throws Exception {
        EntryId id = offered();
        Actor moved = actor("transfer-giver", Role.SUPERVISOR, FAR);
        told.team(FAR, moved);

        assertEquals("transfer.not-yours", answered(moved, () -> answers(id, TAKES)));
    }

    @Test
    void what_somebody_offered_who_is_no_supervisor_of_that_team_any_more_is_taken_over_by_nobody() throws Exception {
        Actor gone = actor("transfer-gone", Role.SUPERVISOR, NEAR);
        told.team(NEAR, gone);
        EntryId id = requests.as(gone, () -> service.offer(number, to(FAR)));
        told.team(THIRD_TEAM, actor("transfer-gone", Role.SUPERVISOR, THIRD_TEAM));
        assertOfferedAgain(id);

        told.team(NEAR, gone);
        assertTrue(requests.as(TAKER, () -> transfers.one(id)).answers());
        told.losesRole(gone);
        assertOfferedAgain(id);

        requests.does(GIVER, () -> service.revoke(id));
        EntryId again = offered();
        requests.does(TAKER, () -> service.answer(again, TAKES));
        assertEquals(Set.of(number), listed(NEXT));
    }

    private void assertOfferedAgain(EntryId id) throws Exception {
        assertEquals("transfer.offer-again", answered(TAKER, () -> answers(id, TAKES)));
        TransferView view = requests.as(TAKER, () -> transfers.one(id));
        assertFalse(view.answers());
        assertEquals(Optional.of("transfer.offer-again"), view.refusal());
    }

    @Test
    void a_closed_case_and_one_that_is_to_be_closed_or_erased_stay_and_one_that_must_be_kept_may_go() throws Exception {
        EntryId offer = offered();
        requests.does(GIVER, () -> closures.close(number, new NewClosure(CloseReason.WITHDRAWN, "she stays")));
        assertEquals("transfer.not-now", answered(TAKER, () -> answers(offer, TAKES)));
        assertFalse(requests.as(TAKER, () -> transfers.one(offer)).answers());
        requests.does(GIVER, () -> service.revoke(offer));
        assertEquals("transfer.closed", answered(GIVER, () -> service.offer(number, to(FAR))));

        number = told.caseOf(WORKER, WOMAN);
        EntryId other = offered();
        requests.does(GIVER, () -> erasures.ask(number, "They asked us to forget them."));
        assertEquals("transfer.not-now", answered(TAKER, () -> answers(other, TAKES)));
        requests.does(GIVER, () -> service.revoke(other));
        assertEquals("transfer.erasure", answered(GIVER, () -> service.offer(number, to(FAR))));

        number = told.caseOf(WORKER, WOMAN);
        EntryId third = offered();
        silent();
        requests.does(GIVER, () -> closures.close(number, new NewClosure(CloseReason.WITHDRAWN, "she stays")));
        assertEquals("transfer.not-now", answered(TAKER, () -> answers(third, TAKES)));
        requests.does(GIVER, () -> service.revoke(third));
        assertEquals("transfer.closure", answered(GIVER, () -> service.offer(number, to(FAR))));
        requests.does(GIVER, () -> closures.withdraw(number));
        inState(TransferState.ACCEPTED);
        assertEquals(Set.of(number), listed(NEXT));

        number = told.caseOf(WORKER, WOMAN);
        requests.does(GIVER, () -> retentions.hold(number, new NewHold("a court asks for it")));
        inState(TransferState.ACCEPTED);
        assertEquals(Set.of(number), listed(NEXT));
        requests.does(
                TAKER,
                () -> assertTrue(retentions
                        .of(search.view(number, AccessGroup.CASE).file())
                        .hold()
                        .isPresent()));
    }

    /** Of somebody nothing is heard: to close their case takes two. */
    private void silent() throws Exception {
        Participant who = requests.as(WORKER, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants()
                .getFirst();
        requests.does(WORKER, () -> cases.enterStage(number, who.id(), told.report(Stage.CONTACT_LOST), who.version()));
    }

    @Test
    void who_takes_it_over_waits_for_somebody_who_asks_to_erase_it_and_learns_of_it() throws Exception {
        EntryId offer = offered();
        CompletableFuture<String> taken = requests.as(GIVER, () -> {
            transaction.begin();
            erasures.ask(number, "They asked us to forget them.");
            CompletableFuture<String> other = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    other.complete(answered(TAKER, () -> answers(offer, TAKES)));
                } catch (Exception | AssertionError failed) {
                    other.completeExceptionally(failed);
                }
            });
            while (!other.isDone() && !takesOver()) {
                Thread.onSpinWait();
            }
            transaction.commit();
            return other;
        });

        assertEquals("transfer.not-now", taken.join());
        assertEquals("yes", answered(GIVER, () -> search.view(number, AccessGroup.CASE)));
    }

    /** Whether somebody waits for the case that they take over. */
    private static boolean takesOver() throws SQLException {
        return !Database.lines(
                        "select 'yes' from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                                + " and query like '%take_over%'")
                .isEmpty();
    }

    @Test
    void all_of_it_happens_or_nothing() throws Exception {
        task("theirs", Optional.of(WORKER.id()));
        EntryId offer = offered();
        Database.asOwner("alter table access_entry add constraint broken check (action <> 'APPROVE' or case_refs <> '{"
                + number + "}') not valid");
        try {
            assertThrows(Exception.class, () -> requests.does(TAKER, () -> service.answer(offer, TAKES)));
        } finally {
            Database.asOwner("alter table access_entry drop constraint broken");
        }
        assertEquals("nothing there", answered(TAKER, () -> search.view(number, AccessGroup.CASE)));
        assertEquals(
                Set.of(WORKER.id()),
                TaskService.workers(requests.as(GIVER, () -> search.view(number, AccessGroup.ASSIGNMENT))));
        assertEquals(1, requests.as(WORKER, () -> tasks.view(number)).all().size());
        assertEquals(Set.of(number + " OFFERED"), inQueue(TAKER));

        requests.does(TAKER, () -> service.answer(offer, TAKES));
        assertEquals(Set.of(number), listed(NEXT));
    }

    /** Those of this test's case and the state, as both teams find them at the review. */
    private Set<String> inQueue(Actor who) throws Exception {
        return requests.as(who, transfers::ofTeam).stream()
                .filter(each -> each.transfer().number().equals(number))
                .map(each -> each.transfer().number() + " " + each.state())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<CaseNumber> listed(Actor who) throws Exception {
        return requests.as(who, () -> search.list(Told.only(number, Optional.empty()))).lines().stream()
                .map(each -> each.file().number())
                .collect(Collectors.toSet());
    }
}
