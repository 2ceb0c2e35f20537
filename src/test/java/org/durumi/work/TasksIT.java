package org.durumi.work;

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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewSplit;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.SplitService;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks with the real server: what follows an arrest, what ends with it, and who sees what is due. */
@ExtendWith(ArquillianExtension.class)
class TasksIT {
    private static final String CANARY = "카나리아 canary task";

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    TaskService tasks;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    DecisionService decisions;

    @Inject
    WorkloadService workload;

    @Inject
    ClosureService closures;

    @Inject
    SplitService splits;

    private TeamId team;
    private Actor worker;
    private Actor supervisor;
    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;

    /** A team of its own: what is due is a matter of all cases of somebody. */
    @BeforeEach
    void two_women_of_a_caseworker() throws Exception {
        team = new TeamId(UUID.randomUUID());
        worker = new Actor(new UserId("worker-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        supervisor = new Actor(new UserId("super-" + team.value()), Set.of(Role.SUPERVISOR), Optional.of(team), "");
        told.team(team, worker, supervisor);
        number = told.caseOf(worker, WOMAN, WOMAN);
        List<ParticipantId> both =
                requests.as(worker, () -> people().keySet().stream().toList());
        first = both.get(0);
        second = both.get(1);
    }

    private Map<ParticipantId, Integer> people() {
        return search.view(number, AccessGroup.PARTICIPANT).participants().stream()
                .collect(Collectors.toMap(
                        Participant::id, Participant::version, (one, same) -> one, LinkedHashMap::new));
    }

    @Test
    void one_set_follows_when_two_are_arrested_together_and_ends_when_both_are_free() throws Exception {
        enter(Stage.DETENTION, first, second);

        Tasks made = all();
        assertEquals(4, made.open().size());
        assertTrue(made.open().stream().allMatch(each -> each.whom().equals(Set.of(first, second))));
        requests.does(
                worker,
                () -> tasks.settle(
                        number, made.open().getFirst().id(), new TaskResult(TaskState.DONE, "they are in Kunming")));
        enter(Stage.CONTACT, first);
        assertEquals(3, all().open().size(), "the other one is still held");
        enter(Stage.CONTACT_LOST, second);

        assertEquals(
                List.of(TaskState.DONE, TaskState.ENDED, TaskState.ENDED, TaskState.ENDED),
                all().all().stream().map(Task::state).toList());
        assertEquals(Optional.of(TaskEnd.STAGE), all().all().getLast().ended());
        RuleViolation late = assertThrows(
                RuleViolation.class,
                () -> requests.does(
                        worker,
                        () -> tasks.settle(number, all().all().getLast().id(), new TaskResult(TaskState.DONE, ""))));
        assertEquals("task.settled", late.messageKey());
    }

    @Test
    void who_is_moved_gets_new_ones_and_who_is_arrested_later_their_own() throws Exception {
        enter(Stage.DETENTION, first);
        enter(Stage.DETENTION, second);
        assertEquals(8, all().open().size());

        enter(Stage.DETENTION, first);

        assertEquals(8, all().open().size());
        assertEquals(4, all().settled().size());
        assertTrue(all().settled().stream().allMatch(each -> each.whom().equals(Set.of(first))));
    }

    @Test
    void closing_the_case_ends_what_is_open() throws Exception {
        write(CANARY, told.today().plusDays(30));

        requests.does(
                supervisor,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "Both want no more contact.")));

        assertEquals(Optional.of(TaskEnd.CLOSURE), all().settled().getFirst().ended());
        assertThrows(RuleViolation.class, () -> write("more", told.today()));
        assertEquals(0, due(worker).all());
    }

    @Test
    void who_is_taken_out_or_split_off_leaves_nothing_to_be_done_behind() throws Exception {
        NewTask hers = new NewTask("call her", told.today(), Optional.of(second), Optional.empty());
        requests.does(worker, () -> tasks.write(number, hers));
        write("of the case", told.today());

        CaseNumber other = requests.as(
                supervisor,
                () -> splits.split(
                        number,
                        new NewSplit(
                                Set.of(second),
                                CaseKind.INDIVIDUAL,
                                RouteKind.LAND_VIA_CHINA,
                                "She goes on alone, with other people.")));

        assertEquals(
                List.of("call her"),
                requests.as(worker, () -> tasks.view(other)).open().stream()
                        .map(Task::own)
                        .toList());
        assertEquals(
                List.of("of the case"), all().open().stream().map(Task::own).toList());
        assertEquals(Optional.of(TaskEnd.LEFT), all().settled().getFirst().ended());
    }

    @Test
    void a_supervisor_sees_who_has_how_much_to_do() throws Exception {
        enter(Stage.DETENTION, first);
        told.caseOf(worker, WOMAN);
        dueEarlier("case_id = (select id from case_file where number = '" + number + "')");

        assertEquals(
                List.of(new Workload(Optional.of(worker.id()), 2, 1, 0, 2)),
                requests.as(supervisor, () -> workload.ofTeam()));
        assertEquals(List.of(), requests.as(worker, () -> workload.ofTeam()));
    }

    @Test
    void a_case_whose_caseworkers_may_not_come_in_any_more_waits_for_another_one() throws Exception {
        Actor other = new Actor(new UserId("other-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        told.team(team, other);
        CaseNumber shared = told.caseOf(worker, WOMAN);
        requests.does(supervisor, () -> decisions.assign(shared, other.id()));
        assertEquals(List.of(), requests.as(supervisor, () -> workload.leftAlone()));

        told.losesRole(worker);
        assertEquals(List.of(number), requests.as(supervisor, () -> workload.leftAlone()));
        assertEquals(List.of(), requests.as(other, () -> workload.leftAlone()));
        told.losesRole(other);
        assertEquals(Set.of(number, shared), Set.copyOf(requests.as(supervisor, () -> workload.leftAlone())));
    }

    @Test
    void a_role_that_somebody_slipped_in_hides_no_case_that_waits_for_another_caseworker() throws Exception {
        told.losesRole(worker);
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "insert into role_grant (id, user_id, role, asked_by, asked_at, mac) select gen_random_uuid(), '"
                            + worker.id() + "', 'CASEWORKER', 'x', now(), sha256('x')");
            statement.execute(
                    "insert into role_confirmation (id, confirmed_by, confirmed_at, mac) select id, 'y', now(), sha256('x')"
                            + " from role_grant where until is null and user_id = '" + worker.id() + "'");
        }
        assertEquals(List.of(number), requests.as(supervisor, () -> workload.leftAlone()));
    }

    @Test
    void nobody_is_taken_off_a_case_whose_others_may_not_come_in() throws Exception {
        Actor other = new Actor(new UserId("stays-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        told.team(team, other);
        requests.does(supervisor, () -> decisions.assign(number, other.id()));
        EntryId mine = requests.as(supervisor, () -> search.view(number, AccessGroup.ASSIGNMENT)).assignments().stream()
                .filter(each -> each.caseworker().equals(worker.id()))
                .findFirst()
                .orElseThrow()
                .id();
        told.losesRole(other);
        assertThrows(RuleViolation.class, () -> requests.does(supervisor, () -> decisions.unassign(number, mine)));
        told.team(team, other);
        requests.does(supervisor, () -> decisions.unassign(number, mine));
    }

    @Test
    void what_a_supervisor_sends_back_is_a_task_of_whoever_recorded_it() throws Exception {
        enter(Stage.DETENTION, first);
        enter(Stage.CONTACT_LOST, first);
        EntryId lost = requests.as(worker, () -> search.view(number, AccessGroup.JOURNEY)).entries().stream()
                .filter(each -> each.stage() == Stage.CONTACT_LOST)
                .findFirst()
                .orElseThrow()
                .id();

        requests.does(supervisor, () -> decisions.sendBack(number, lost, "A neighbour has seen her there."));

        Task back = all().open().stream()
                .filter(each -> each.kind() == TaskKind.SENT_BACK)
                .findFirst()
                .orElseThrow();
        assertEquals(Set.of(first), back.whom());
        assertEquals(Optional.of(worker.id()), back.assignee());
        assertEquals(told.today(), back.due());
        assertTrue(
                due(worker).lines().stream().anyMatch(each -> each.task().id().equals(back.id())));

        requests.does(worker, () -> tasks.settle(number, back.id(), new TaskResult(TaskState.DONE, "")));
        assertTrue(all().open().stream().noneMatch(each -> each.kind() == TaskKind.SENT_BACK));
    }

    @Test
    void a_caseworker_sees_what_is_due_and_a_supervisor_what_is_overdue() throws Exception {
        write("today", told.today());
        EntryId late = write("yesterday", told.today());
        write("tomorrow", told.today().plusDays(1));
        dueEarlier("id = '" + late + "'");

        assertEquals(
                List.of("today"),
                due(worker).lines().stream().map(each -> each.task().own()).toList());
        assertEquals(
                List.of(), due(supervisor).lines(), "whose day somebody changed past the application does not open");
        assertEquals(
                0,
                due(HANEUL).lines().stream()
                        .filter(each -> each.number().equals(number))
                        .count());
        assertEquals(2, all().open().size());
    }

    @Test
    void what_is_due_in_the_case_in_the_greatest_danger_comes_first() throws Exception {
        write("in a calm case", told.today());
        CaseNumber calm = number;
        number = told.caseOf(worker, WOMAN);
        first = requests.as(worker, () -> people().keySet().iterator().next());
        enter(Stage.DETENTION, first);

        assertEquals(
                List.of(number, calm),
                due(worker).lines().stream().map(TaskLine::number).toList());
    }

    @Test
    void only_who_works_on_the_case_writes_and_settles_and_can_be_asked() throws Exception {
        EntryId task = write(CANARY, told.today());

        assertThrows(
                NotFound.class,
                () -> requests.does(supervisor, () -> tasks.settle(number, task, new TaskResult(TaskState.DONE, ""))));
        assertThrows(NotFound.class, () -> requests.as(HANEUL, () -> tasks.view(number)));
        NewTask foreign = new NewTask("x", told.today(), Optional.empty(), Optional.of(SEO.id()));
        assertEquals(
                "task.assignee.not-here",
                assertThrows(RuleViolation.class, () -> requests.as(worker, () -> tasks.write(number, foreign)))
                        .messageKey());
        requests.does(
                worker,
                () -> tasks.write(
                        number, new NewTask("x", told.today(), Optional.of(first), Optional.of(worker.id()))));
        assertFalse(String.join(" ", Database.lines("select row::text from task row"))
                .contains("canary"));
    }

    /** Past the application: no test waits for two days. */
    private static void dueEarlier(String which) throws Exception {
        Database.asOwner("alter table task disable trigger task_kept");
        try (var superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.executeUpdate("update task set due = due - 2 where " + which);
        } finally {
            Database.asOwner("alter table task enable trigger task_kept");
        }
    }

    private EntryId write(String what, LocalDate due) throws Exception {
        return requests.as(
                worker, () -> tasks.write(number, new NewTask(what, due, Optional.empty(), Optional.empty())));
    }

    private void enter(Stage stage, ParticipantId... who) throws Exception {
        StageDetails details =
                stage == Stage.CONTACT ? StageDetails.none().failed(AttemptOutcome.TURNED_BACK) : StageDetails.none();
        NewStage reported = told.report(stage, details);
        requests.does(worker, () -> {
            Map<ParticipantId, Integer> seen = people();
            seen.keySet().retainAll(Set.of(who));
            cases.enterStage(number, seen, reported);
        });
    }

    private Tasks all() throws Exception {
        return requests.as(worker, () -> tasks.view(number));
    }

    private DueTasks due(Actor who) throws Exception {
        return requests.as(who, () -> tasks.due(7));
    }
}
