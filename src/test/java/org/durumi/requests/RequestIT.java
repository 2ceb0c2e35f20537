package org.durumi.requests;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.Waiver;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.Departure;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Told;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.risk.RiskService;
import org.durumi.route.Stage;
import org.durumi.work.Task;
import org.durumi.work.TaskKind;
import org.durumi.work.TaskService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may ask, answer and take back what, in which state; and that what is granted is done in the same act. */
@ExtendWith(ArquillianExtension.class)
class RequestIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000ae01");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000ae02");
    private static final Actor ASKER = actor("request-asker", Role.CASEWORKER, NEAR);
    private static final Actor COLLEAGUE = actor("request-colleague", Role.CASEWORKER, NEAR);
    private static final Actor OUTSIDE = actor("request-outside", Role.CASEWORKER, NEAR);
    private static final Actor SUPERVISOR = actor("request-supervisor", Role.SUPERVISOR, NEAR);
    private static final Actor STRANGER = actor("request-stranger", Role.CASEWORKER, FAR);
    private static final Actor OTHER = actor("request-other", Role.SUPERVISOR, FAR);
    private static final String REASON = "The way is closed from tomorrow on: gannet-over-water";
    private static final String WORD = "Both know the danger and have no other way: heron-on-ice";

    @Inject
    org.durumi.inside.Requests requests;

    @Inject
    RequestService service;

    @Inject
    RiskService risk;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CaseService cases;

    @Inject
    DecisionService decisions;

    @Inject
    ClosureService closures;

    @Inject
    TaskService tasks;

    @Inject
    CaseSearch search;

    @Inject
    Told told;

    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void two_women_may_not_leave() throws Exception {
        told.team(NEAR, ASKER, COLLEAGUE, OUTSIDE, SUPERVISOR);
        told.team(FAR, STRANGER, OTHER);
        number = told.caseOf(ASKER, WOMAN, WOMAN);
        requests.does(SUPERVISOR, () -> decisions.assign(number, COLLEAGUE.id()));
        List<Participant> both = people();
        first = both.get(0).id();
        second = both.get(1).id();
        phone(first);
        phone(second);
    }

    private void phone(ParticipantId who) throws Exception {
        requests.does(ASKER, () -> circumstances.recordDevice(number, who, Told.phone(Answer.YES)));
    }

    @Test
    void only_who_records_in_the_case_asks_and_only_a_supervisor_of_its_team_answers() throws Exception {
        for (RequestKind kind : RequestKind.values()) {
            for (Actor who : List.of(OUTSIDE, STRANGER, SUPERVISOR, OTHER)) {
                assertThrows(NotFound.class, () -> ask(who, kind), kind + " " + who.id());
            }
            EntryId asked = ask(ASKER, kind);
            for (Actor who : List.of(ASKER, COLLEAGUE, OUTSIDE, STRANGER, OTHER)) {
                assertThrows(NotFound.class, () -> answer(who, asked, RequestState.DECLINED), kind + " " + who.id());
            }
            for (Actor who : List.of(OUTSIDE, STRANGER, SUPERVISOR, OTHER)) {
                assertThrows(NotFound.class, () -> withdraw(who, asked), kind + " " + who.id());
            }
            assertEquals("request.withdraw.other", refusal(() -> withdraw(COLLEAGUE, asked)));
            for (Actor who : List.of(COLLEAGUE, SUPERVISOR, OTHER)) {
                assertThrows(
                        NotFound.class,
                        () -> requests.as(who, () -> service.typed(number, asked)),
                        "what was typed is for who asked alone");
            }

            withdraw(ASKER, asked);

            assertEquals(RequestState.WITHDRAWN, one(asked).state());
            assertEquals("request.settled", refusal(() -> answer(SUPERVISOR, asked, RequestState.GRANTED)));
            assertEquals("request.settled", refusal(() -> withdraw(ASKER, asked)));
        }
    }

    @Test
    void a_granted_waiver_lets_everybody_pass_whom_it_names_and_who_asked_is_told() throws Exception {
        EntryId asked = ask(ASKER, RequestKind.WAIVER);
        assertEquals("request.already", refusal(() -> ask(COLLEAGUE, RequestKind.WAIVER)));
        assertEquals(
                "waiver.reason.too-short",
                refusal(() -> requests.does(
                        SUPERVISOR,
                        () -> service.answer(
                                number,
                                asked,
                                new NewRequestAnswer(RequestState.GRANTED, Optional.empty(), false, "short")))));
        assertEquals("departure.blocked", refusal(() -> leaves(first)));
        assertTrue(inQueue(SUPERVISOR, asked));
        assertFalse(inQueue(OTHER, asked));

        answer(SUPERVISOR, asked, RequestState.GRANTED);

        assertEquals(RequestState.GRANTED, one(asked).state());
        assertEquals(WORD, one(asked).word());
        assertEquals(
                List.of(WORD, WORD),
                requests.as(SUPERVISOR, () -> risk.panel(number)).waivers().stream()
                        .map(Waiver::reason)
                        .toList());
        assertFalse(inQueue(SUPERVISOR, asked));
        assertEquals(List.of(ASKER.id()), answered());
        assertEquals(
                "/cases/" + number + "/stages/new?stage=TRANSIT",
                requests.as(ASKER, () -> service.typed(number, asked))
                        .orElseThrow()
                        .address());
        leaves(first);
        leaves(second);
    }

    @Test
    void waived_elsewhere_it_is_granted_with_the_last_of_its_waivers() throws Exception {
        EntryId asked = ask(ASKER, RequestKind.WAIVER);

        requests.does(SUPERVISOR, () -> risk.waiveDeparture(number, first, WORD));
        assertEquals(RequestState.ASKED, one(asked).state());
        requests.does(SUPERVISOR, () -> risk.waiveDeparture(number, second, WORD));

        assertEquals(RequestState.GRANTED, one(asked).state());
        assertEquals("request.nothing", refusal(() -> ask(ASKER, RequestKind.WAIVER)));
    }

    @Test
    void whoever_asked_grants_nothing_whatever_they_have_become() throws Exception {
        EntryId asked = ask(COLLEAGUE, RequestKind.WAIVER);
        EntryId decision = ask(COLLEAGUE, RequestKind.OTHER);
        Actor risen = actor(COLLEAGUE.id().value(), Role.SUPERVISOR, NEAR);

        assertEquals("request.own", refusal(() -> answer(risen, asked, RequestState.GRANTED)));
        assertEquals("request.own", refusal(() -> answer(risen, decision, RequestState.GRANTED)));
        assertEquals(
                "request.own",
                refusal(() -> requests.does(risen, () -> risk.waiveDeparture(number, first, WORD))),
                "nor past the request");
        assertEquals(RequestState.ASKED, one(asked).state());
    }

    @Test
    void whoever_recorded_the_cause_does_not_grant_it() throws Exception {
        EntryId asked = ask(COLLEAGUE, RequestKind.WAIVER);
        Actor risen = actor(ASKER.id().value(), Role.SUPERVISOR, NEAR);

        assertEquals("waiver.own", refusal(() -> answer(risen, asked, RequestState.GRANTED)));
        assertEquals(RequestState.ASKED, one(asked).state(), "nothing of it is done");
    }

    @Test
    void what_it_was_about_changes_and_it_is_void_and_so_it_is_with_the_case() throws Exception {
        EntryId asked = ask(ASKER, RequestKind.WAIVER);
        EntryId decision = ask(ASKER, RequestKind.OTHER);

        phone(second);

        assertEquals(RequestState.VOID, one(asked).state());
        assertEquals(RequestState.ASKED, one(decision).state(), "nothing stands behind it that could change");
        assertEquals("request.settled", refusal(() -> answer(SUPERVISOR, asked, RequestState.GRANTED)));
        EntryId again = ask(ASKER, RequestKind.WAIVER);

        requests.does(
                SUPERVISOR,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "they have settled elsewhere")));

        assertEquals(RequestState.VOID, one(again).state());
        assertEquals(RequestState.VOID, one(decision).state());
        assertFalse(inQueue(SUPERVISOR, decision));
    }

    @Test
    void a_case_is_given_to_a_colleague_in_the_same_act() throws Exception {
        EntryId asked = ask(ASKER, RequestKind.REASSIGNMENT);

        assertEquals(
                "form.choose", refusal(() -> answer(SUPERVISOR, asked, RequestState.GRANTED)), "nobody was chosen");
        for (UserId none : List.of(STRANGER.id(), SUPERVISOR.id())) {
            assertEquals("assignment.not-of-the-team", refusal(() -> reassign(asked, none)));
        }
        assertEquals("assignment.same", refusal(() -> reassign(asked, ASKER.id())));
        reassign(asked, OUTSIDE.id());

        assertThrows(NotFound.class, () -> requests.as(ASKER, () -> search.view(number, AccessGroup.CASE)));
        assertEquals(RequestState.GRANTED, one(asked).state());
        assertEquals(
                Set.of(COLLEAGUE.id(), OUTSIDE.id()),
                requests.as(
                        SUPERVISOR,
                        () -> TaskService.workers(search.view(number, AccessGroup.CASE, AccessGroup.ASSIGNMENT))));
        assertEquals(List.of(), answered(), "for everybody who works on it now");
    }

    @Test
    void who_asked_finds_it_among_what_they_have_asked_for_and_nobody_else_does() throws Exception {
        EntryId asked = ask(ASKER, RequestKind.OTHER);

        assertTrue(requests.as(ASKER, () -> service.mine()).stream()
                .anyMatch(each -> each.request().id().equals(asked)));
        for (Actor who : List.of(COLLEAGUE, OUTSIDE, SUPERVISOR, OTHER)) {
            assertTrue(requests.as(who, () -> service.mine()).stream()
                    .noneMatch(each -> each.request().id().equals(asked)));
        }
        for (Actor who : List.of(ASKER, COLLEAGUE, OUTSIDE)) {
            assertEquals(
                    List.of(), requests.as(who, () -> service.waiting(0, 50)).rows());
        }
    }

    @Test
    void where_nobody_could_answer_nobody_is_asked() throws Exception {
        told.losesRole(SUPERVISOR);
        assertFalse(isAnswerable(), "which the form says before a reason is typed");
        assertEquals(
                "request.nobody",
                assertThrows(RuleViolation.class, () -> ask(ASKER, RequestKind.OTHER))
                        .messageKey());
        told.team(NEAR, SUPERVISOR);
        assertTrue(isAnswerable());
        ask(ASKER, RequestKind.OTHER);
    }

    private boolean isAnswerable() throws Exception {
        return requests.as(
                ASKER,
                () -> service.isAnswerable(search.view(number, AccessGroup.CASE).file()));
    }

    @Test
    void the_queue_is_read_in_pages_and_nothing_falls_off_its_end() throws Exception {
        Set<EntryId> asked = Set.of(
                ask(ASKER, RequestKind.OTHER), ask(COLLEAGUE, RequestKind.OTHER), ask(ASKER, RequestKind.WAIVER));
        List<EntryId> read = new ArrayList<>();
        boolean more = true;
        for (int page = 0; more; page++) {
            int index = page;
            PageOf<RequestLine> found = requests.as(SUPERVISOR, () -> service.waiting(index, 2));
            found.rows().forEach(each -> read.add(each.request().id()));
            more = found.more();
        }
        assertTrue(read.containsAll(asked));
        assertEquals(read.size(), Set.copyOf(read).size());
    }

    @Test
    void nothing_of_it_stands_in_clear_and_who_changes_a_row_makes_it_unreadable() throws Exception {
        EntryId asked = ask(ASKER, RequestKind.WAIVER);
        answer(SUPERVISOR, asked, RequestState.GRANTED);
        for (String text : List.of("gannet-over-water", "heron-on-ice", "typed-and-kept")) {
            assertEquals(
                    List.of(),
                    Database.lines(
                            "select id::text from request where position(? in request::text) > 0"
                                    + " or position(convert_to(?, 'UTF8') in sealed || sealed_state) > 0",
                            text,
                            text));
        }
        EntryId other = ask(ASKER, RequestKind.OTHER);
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update request set due = due + interval '30 days' where id = '" + other.value() + "'");
        }

        assertEquals(Optional.empty(), found(other), "its day is bound to what is sealed");
    }

    private List<Participant> people() throws Exception {
        return requests.as(ASKER, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants();
    }

    private EntryId ask(Actor who, RequestKind kind) throws Exception {
        return requests.as(who, () -> switch (kind) {
            case WAIVER ->
                service.askWaiver(
                        number,
                        Set.of(first.value(), second.value()),
                        new NewRequest(REASON),
                        Optional.of(TypedForm.of(
                                "/cases/" + number + "/stages/new?stage=TRANSIT",
                                Map.of("reason", List.of("typed-and-kept")))));
            case REASSIGNMENT ->
                service.askReassignment(number, new NewReassignment(Optional.of(OUTSIDE.id()), REASON));
            case OTHER -> service.askDecision(number, new NewRequest(REASON));
        });
    }

    private void answer(Actor who, EntryId asked, RequestState state) throws Exception {
        requests.does(
                who, () -> service.answer(number, asked, new NewRequestAnswer(state, Optional.empty(), false, WORD)));
    }

    private void reassign(EntryId asked, UserId to) throws Exception {
        requests.does(
                SUPERVISOR,
                () -> service.answer(
                        number, asked, new NewRequestAnswer(RequestState.GRANTED, Optional.of(to), true, WORD)));
    }

    private void withdraw(Actor who, EntryId asked) throws Exception {
        requests.does(who, () -> service.withdraw(number, asked));
    }

    private boolean inQueue(Actor who, EntryId asked) throws Exception {
        return requests.as(who, () -> service.waiting(0, 50)).rows().stream()
                .anyMatch(each -> each.request().id().equals(asked));
    }

    private Optional<Request> found(EntryId asked) throws Exception {
        return requests.as(
                SUPERVISOR,
                () -> service.of(search.view(number, AccessGroup.CASE, AccessGroup.REQUEST)
                                .file())
                        .one(asked));
    }

    private Request one(EntryId asked) throws Exception {
        return found(asked).orElseThrow();
    }

    /** For whom an answer is a task of their own. */
    private List<UserId> answered() throws Exception {
        return requests.as(SUPERVISOR, () -> tasks.view(number)).all().stream()
                .filter(each -> each.kind() == TaskKind.ANSWERED)
                .map(Task::assignee)
                .flatMap(Optional::stream)
                .toList();
    }

    private void leaves(ParticipantId who) throws Exception {
        NewStage leaving =
                told.report(Stage.TRANSIT, StageDetails.none().departing(Departure.PLANNED, CaseFixtures.allNo()));
        int seen = people().stream()
                .filter(each -> each.id().equals(who))
                .mapToInt(Participant::version)
                .sum();
        requests.does(ASKER, () -> cases.enterStage(number, who, leaving, seen));
    }

    private static String refusal(org.durumi.inside.Requests.Work work) {
        return assertThrows(RuleViolation.class, work::run).messageKey();
    }
}
