package org.durumi.work;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.bell.Bells;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.ErasureService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewReopening;
import org.durumi.cases.NewRetention;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.RetentionChanged;
import org.durumi.cases.RetentionService;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertService;
import org.durumi.risk.RiskAlert;
import org.durumi.risk.RuleGroup;
import org.durumi.route.Stage;
import org.durumi.vault.Recording;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules ask for, with the real server: begins once, ends by itself, comes again; what a day brings is looked at on that day. */
@ExtendWith(ArquillianExtension.class)
class RuleTasksIT {
    private static final Set<TaskKind> ALL = Set.of(
            TaskKind.LOOK_AND_DECIDE, TaskKind.ASK, TaskKind.VERIFY, TaskKind.QUOTE_ENDS, TaskKind.REFERRAL_QUIET);

    @Resource
    ManagedExecutorService threads;

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    TaskService tasks;

    @Inject
    RuleTasks rules;

    @Inject
    TaskRows rows;

    @Inject
    JobRunner runner;

    @Inject
    CaseAccess access;

    @Inject
    CaseSearch search;

    @Inject
    ClosureService closures;

    @Inject
    RetentionService retentions;

    @Inject
    ErasureService erasures;

    @Inject
    CaseService cases;

    @Inject
    Event<RetentionChanged> changed;

    @Inject
    CircumstancesService circumstances;

    @Inject
    AlertService alerts;

    @Inject
    Bells bells;

    @Inject
    UserTransaction transaction;

    @Inject
    Clock clock;

    private Actor worker;
    private Actor supervisor;
    private CaseNumber number;

    @BeforeEach
    void a_case_of_a_team_of_its_own() throws Exception {
        TeamId team = new TeamId(UUID.randomUUID());
        worker = new Actor(new UserId("ruled-" + team.value()), Set.of(Role.CASEWORKER), Optional.of(team), "");
        supervisor = new Actor(new UserId("rules-" + team.value()), Set.of(Role.SUPERVISOR), Optional.of(team), "");
        told.team(team, worker, supervisor);
        number = told.caseOf(worker, WOMAN);
        asSuperuser("delete from job");
    }

    @AfterEach
    void nothing_is_left_to_be_done() throws Exception {
        asSuperuser("delete from job");
    }

    @Test
    void each_begins_once_and_ends_by_itself_with_its_reason() throws Exception {
        for (TaskKind kind : ALL) {
            Duty duty = Duty.of(kind, List.of("PRICE", "ROUTE"), Set.of(), told.today());

            follow(kind, duty);
            follow(kind, duty);
            assertEquals(1, open(kind).size(), "merged");
            assertEquals(
                    told.today().plusDays(kind.after()),
                    open(kind).getFirst().due(),
                    "who can wait is not late tomorrow");
            follow(kind, Duty.of(kind, List.of("ROUTE"), Set.of(), told.today()));
            assertEquals(1, open(kind).size(), "some of it is still asked for");

            follow(kind);
            assertEquals(List.of(), open(kind));
        }
        assertEquals(
                Set.of(TaskEnd.SEEN_TO, TaskEnd.ANSWERED, TaskEnd.DECIDED, TaskEnd.QUOTE_OVER),
                Set.copyOf(all().settled().stream()
                        .map(each -> each.ended().orElseThrow())
                        .toList()));
        assertEquals(List.of(), waiting());
    }

    @Test
    void an_alert_is_a_task_in_the_transaction_that_raises_it_until_somebody_has_acted() throws Exception {
        requests.does(
                worker,
                () -> circumstances.recordDevice(
                        number,
                        search.view(number, AccessGroup.PARTICIPANT)
                                .participants()
                                .getFirst()
                                .id(),
                        Told.phone(Answer.YES)));
        Task made = open(TaskKind.LOOK_AND_DECIDE).getFirst();
        assertEquals(List.of("PHONE"), made.about());
        assertEquals("risk", made.recorded().by().value());

        RiskAlert alert = requests.as(worker, () -> alerts.mine(9)).first().stream()
                .map(AlertLine::alert)
                .filter(each -> each.group() == RuleGroup.PHONE)
                .findFirst()
                .orElseThrow();
        requests.does(worker, () -> alerts.acknowledge(number, alert.id(), alert.version()));
        assertEquals(1, open(TaskKind.LOOK_AND_DECIDE).size(), "to have seen it is not to act");
        requests.does(worker, () -> alerts.act(number, alert.id(), "she leaves it at home", alert.version() + 1));

        assertEquals(List.of(), open(TaskKind.LOOK_AND_DECIDE));
        assertEquals(Optional.of(TaskEnd.SEEN_TO), all().settled().getFirst().ended());
    }

    @Test
    void what_begins_or_ends_on_another_day_is_looked_at_then_and_asked_for_once() throws Exception {
        LocalDate from = told.today().plusDays(2);
        Duty later = new Duty(
                TaskKind.QUOTE_ENDS, List.of("a"), Set.of(), from, Optional.of(from.plusDays(3)), Instant.EPOCH);
        follow(TaskKind.QUOTE_ENDS, later);
        follow(TaskKind.QUOTE_ENDS, later);
        assertEquals(List.of(), open(TaskKind.QUOTE_ENDS));
        assertEquals(List.of(from), waiting());

        LocalDate last = told.today().plusDays(3);
        follow(
                TaskKind.QUOTE_ENDS,
                new Duty(TaskKind.QUOTE_ENDS, List.of("b"), Set.of(), told.today(), Optional.of(last), Instant.EPOCH));
        assertEquals(1, open(TaskKind.QUOTE_ENDS).size());
        assertEquals(List.of(from, last.plusDays(1)), waiting());
    }

    @Test
    void what_somebody_said_is_not_possible_stays_away_for_seven_days_unless_it_happens_again() throws Exception {
        Duty duty = Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PRICE"), Set.of(), told.today());
        follow(TaskKind.LOOK_AND_DECIDE, duty);
        Task made = open(TaskKind.LOOK_AND_DECIDE).getFirst();
        RuleViolation silent = assertThrows(
                RuleViolation.class,
                () -> requests.does(
                        worker, () -> tasks.settle(number, made.id(), new TaskResult(TaskState.NOT_POSSIBLE, ""))));
        assertEquals("task.not-possible.why", silent.messageKey());

        requests.does(
                worker,
                () -> tasks.settle(number, made.id(), new TaskResult(TaskState.NOT_POSSIBLE, "the line is dead")));
        follow(TaskKind.LOOK_AND_DECIDE, duty);
        assertEquals(List.of(), open(TaskKind.LOOK_AND_DECIDE));
        assertEquals(List.of(told.today().plusDays(7)), waiting());

        follow(
                TaskKind.LOOK_AND_DECIDE,
                new Duty(
                        duty.kind(),
                        duty.about(),
                        duty.whom(),
                        duty.from(),
                        Optional.empty(),
                        clock.instant().plusSeconds(5)));
        assertEquals(1, open(TaskKind.LOOK_AND_DECIDE).size(), "the alert was raised again");
    }

    @Test
    void what_is_graver_or_concerns_somebody_else_takes_the_place_of_what_was_asked_and_is_due_no_later()
            throws Exception {
        ParticipantId one = ParticipantId.create();
        ParticipantId other = ParticipantId.create();
        follow(
                TaskKind.LOOK_AND_DECIDE,
                Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PHONE"), Set.of(one), told.today()));
        follow(
                TaskKind.LOOK_AND_DECIDE,
                Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PHONE"), Set.of(other), told.today()));
        assertEquals(
                List.of(Set.of(other)),
                open(TaskKind.LOOK_AND_DECIDE).stream().map(Task::whom).toList());

        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A", "B", "C"), Set.of(), told.today()));
        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("B", "D"), Set.of(), told.today()));
        assertEquals(List.of("A", "B", "C"), open(TaskKind.ASK).getFirst().about(), "what counts most is in it");
        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("D", "B"), Set.of(), told.today()));
        assertEquals(1, open(TaskKind.ASK).size());
        assertEquals(List.of("D", "B"), open(TaskKind.ASK).getFirst().about());
        assertEquals(told.today().plusDays(7), open(TaskKind.ASK).getFirst().due());
        assertEquals(
                Set.of(Optional.of(TaskEnd.RENEWED)),
                all().settled().stream().map(Task::ended).collect(Collectors.toSet()));
    }

    @Test
    void what_somebody_settled_keeps_away_only_what_it_named() throws Exception {
        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A", "B"), Set.of(), told.today()));
        EntryId asked = open(TaskKind.ASK).getFirst().id();
        requests.does(
                worker, () -> tasks.settle(number, asked, new TaskResult(TaskState.NOT_POSSIBLE, "the line is dead")));

        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A", "D"), Set.of(), told.today()));

        assertEquals(
                List.of(List.of("D")),
                open(TaskKind.ASK).stream().map(Task::about).toList());
    }

    @Test
    void nothing_ends_as_long_as_the_case_is_distrusted() throws Exception {
        Duty duty = Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PRICE"), Set.of(), told.today());
        follow(TaskKind.LOOK_AND_DECIDE, duty);

        follow(TaskKind.LOOK_AND_DECIDE, true);
        follow(TaskKind.LOOK_AND_DECIDE, true, duty);

        assertEquals(1, open(TaskKind.LOOK_AND_DECIDE).size());
        assertEquals(List.of(), all().settled());
    }

    @Test
    void what_is_graver_or_concerns_somebody_else_is_asked_for_though_nothing_ends_then() throws Exception {
        ParticipantId one = ParticipantId.create();
        ParticipantId other = ParticipantId.create();
        Duty both = Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PHONE"), Set.of(one, other), told.today());
        follow(
                TaskKind.LOOK_AND_DECIDE,
                Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PHONE"), Set.of(one), told.today()));

        follow(TaskKind.LOOK_AND_DECIDE, true, both);
        follow(TaskKind.LOOK_AND_DECIDE, true, both);
        assertEquals(
                Set.of(Set.of(one), Set.of(one, other)),
                open(TaskKind.LOOK_AND_DECIDE).stream().map(Task::whom).collect(Collectors.toSet()));
        assertEquals(2, open(TaskKind.LOOK_AND_DECIDE).size());

        follow(TaskKind.LOOK_AND_DECIDE, both);
        assertEquals(
                List.of(Set.of(one, other)),
                open(TaskKind.LOOK_AND_DECIDE).stream().map(Task::whom).toList(),
                "one is enough as soon as somebody has looked");
    }

    @Test
    void what_rules_ask_for_is_late_for_who_works_on_the_case_alone_and_nothing_is_born_late() throws Exception {
        LocalDate weeksAgo = told.today().minusDays(20);
        inOneTransaction(worker, () -> {
            CaseFile file = access.toChange(number, AccessGroup.TASK);
            rows.add(Task.byRule(
                    file,
                    Duty.of(TaskKind.ASK, List.of("A"), Set.of(), weeksAgo),
                    new Recording(Actor.system("risk").signed(clock.instant()), access.toAssess(file)),
                    weeksAgo));
        });
        assertEquals(1, bells.of(worker).tasks());
        assertEquals(0, bells.of(supervisor).tasks());
        assertEquals(0, requests.as(supervisor, () -> tasks.due(7)).all());

        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("D", "A"), Set.of(), told.today()));
        assertEquals(
                List.of(told.today()),
                open(TaskKind.ASK).stream().map(Task::due).toList());
    }

    @Test
    void what_somebody_settled_of_one_keeps_nothing_of_another_away() throws Exception {
        ParticipantId one = ParticipantId.create();
        ParticipantId other = ParticipantId.create();
        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A"), Set.of(one), told.today()));
        EntryId asked = open(TaskKind.ASK).getFirst().id();
        requests.does(
                worker, () -> tasks.settle(number, asked, new TaskResult(TaskState.NOT_POSSIBLE, "the line is dead")));

        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A"), Set.of(one, other), told.today()));
        assertEquals(
                List.of(Set.of(other)),
                open(TaskKind.ASK).stream().map(Task::whom).toList());
    }

    @Test
    void what_an_arrest_asks_for_stands_before_what_rules_do() throws Exception {
        NewStage arrest = told.report(Stage.DETENTION, StageDetails.none());
        requests.does(worker, () -> {
            Participant who =
                    search.view(number, AccessGroup.PARTICIPANT).participants().getFirst();
            cases.enterStage(number, who.id(), arrest, who.version());
        });
        // The arrest was assessed already: what rules ask for now is said after it.
        follow(TaskKind.LOOK_AND_DECIDE, Duty.of(TaskKind.LOOK_AND_DECIDE, List.of("PRICE"), Set.of(), told.today()));
        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A"), Set.of(), told.today()));

        assertEquals(
                List.of(TaskKind.CONFIRM_HELD, TaskKind.LOOK_AND_DECIDE),
                requests.as(worker, () -> tasks.due(2)).lines().stream()
                        .map(each -> each.task().kind())
                        .toList());
        assertEquals(
                List.of(TaskKind.CONFIRM_HELD),
                requests.as(worker, () -> tasks.due(1)).lines().stream()
                        .map(each -> each.task().kind())
                        .toList());
    }

    @Test
    void who_only_reads_what_somebody_changed_past_the_application_lets_it_be_looked_at() throws Exception {
        follow(TaskKind.ASK, Duty.of(TaskKind.ASK, List.of("A"), Set.of(), told.today()));
        asSuperuser("set session_replication_role = replica; update task set due = due - 2 where case_id ="
                + " (select id from case_file where number = '" + number + "'); set session_replication_role = origin");

        assertEquals(List.of(), all().all());
        assertEquals(List.of(told.today()), waiting());
        runner.work(clock.instant());

        assertEquals(
                List.of(List.of("CHANGED_OUTSIDE")),
                open(TaskKind.LOOK_AND_DECIDE).stream().map(Task::about).toList());
    }

    @Test
    void a_day_wakes_the_case_once_by_whichever_of_several_and_then_nothing_waits() throws Exception {
        LocalDate day = told.today().plusDays(1);
        CaseId id = id();
        inOneTransaction(worker, () -> rules.lookOn(id, day));
        assertEquals(List.of(day), waiting());

        runner.work(day.minusDays(1).atStartOfDay(clock.getZone()).toInstant());
        assertEquals(List.of(day), waiting());
        long before = assessedBySystem();
        Instant begun = day.atStartOfDay(clock.getZone()).toInstant();
        List<Future<?>> working =
                List.of(threads.submit(() -> runner.work(begun)), threads.submit(() -> runner.work(begun)));
        for (Future<?> each : working) {
            each.get();
        }

        assertEquals(before + 1, assessedBySystem(), "by one of them");
        assertTrue(waiting().size() <= 1, "but for the next day that is asked for");
    }

    @Test
    void who_does_not_see_a_case_lets_nothing_be_looked_at_in_it() throws Exception {
        Actor stranger = new Actor(
                new UserId("stranger-" + UUID.randomUUID()),
                Set.of(Role.CASEWORKER),
                Optional.of(new TeamId(UUID.randomUUID())),
                "");
        told.team(stranger.team().orElseThrow(), stranger);
        CaseId id = id();

        inOneTransaction(stranger, () -> rules.lookOn(id, told.today().plusDays(1)));

        assertEquals(List.of(), waiting());
    }

    @Test
    void whether_a_closed_case_is_kept_is_asked_of_its_supervisors_from_its_day_until_one_says_so() throws Exception {
        requests.does(
                supervisor,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "She wants no more contact.")));
        assertEquals(List.of(told.today().plusYears(2)), waiting());

        itsDayHasCome();
        assertEquals(1, requests.as(supervisor, () -> tasks.due(7)).all());
        assertEquals(1, bells.of(supervisor).tasks());
        assertEquals(0, requests.as(worker, () -> tasks.due(7)).all());
        itsDayHasCome();
        assertEquals(1, requests.as(supervisor, () -> tasks.due(7)).all(), "once");

        LocalDate later = told.today().plusYears(1);
        requests.does(supervisor, () -> retentions.keep(number, new NewRetention(later, "the inquiry goes on")));
        assertEquals(0, requests.as(supervisor, () -> tasks.due(7)).all());
        assertTrue(waiting().contains(later));

        itsDayHasCome();
        requests.does(supervisor, () -> erasures.ask(number, "She asked in writing that nothing of it is kept."));
        assertEquals(0, requests.as(supervisor, () -> tasks.due(7)).all(), "that is an answer too");

        requests.does(supervisor, () -> erasures.withdraw(number));
        itsDayHasCome();
        requests.does(
                supervisor, () -> closures.reopen(number, new NewReopening("she called again", Optional.empty())));
        assertEquals(Optional.of(TaskEnd.DECIDED), all().settled().getFirst().ended());
    }

    private CaseId id() throws Exception {
        return requests.as(
                worker, () -> search.view(number, AccessGroup.CASE).file().id());
    }

    /** As the job of that day says it. */
    private void itsDayHasCome() throws Exception {
        inOneTransaction(supervisor, () -> {
            CaseFile file = search.view(number, AccessGroup.CASE).file();
            changed.fire(new RetentionChanged(
                    file,
                    Optional.of(told.today()),
                    false,
                    () -> new Recording(Actor.system("risk").signed(clock.instant()), access.toAssess(file))));
        });
    }

    private void follow(TaskKind kind, Duty... duties) throws Exception {
        follow(kind, false, duties);
    }

    private void follow(TaskKind kind, boolean distrusted, Duty... duties) throws Exception {
        inOneTransaction(worker, () -> {
            CaseFile file = access.toChange(number, AccessGroup.TASK);
            rules.follow(
                    file,
                    Set.of(kind),
                    List.of(duties),
                    distrusted,
                    new Recording(Actor.system("risk").signed(clock.instant()), access.toAssess(file)));
        });
    }

    private long assessedBySystem() throws Exception {
        return Long.parseLong(Database.lines(
                        "select count(*) from access_entry where actor_role = 'SYSTEM' and action = 'CHANGE' and 'RISK' = any (field_groups) and ? = any (case_refs)",
                        number.value())
                .getFirst());
    }

    private void inOneTransaction(Actor who, Requests.Work work) throws Exception {
        requests.does(who, () -> {
            transaction.begin();
            try {
                work.run();
                transaction.commit();
            } catch (Exception | Error failed) {
                transaction.rollback();
                throw failed;
            }
        });
    }

    private List<Task> open(TaskKind kind) throws Exception {
        return all().open().stream().filter(each -> each.kind() == kind).toList();
    }

    private Tasks all() throws Exception {
        return requests.as(worker, () -> tasks.view(number));
    }

    /** The days on which the case is looked at. */
    private List<LocalDate> waiting() throws Exception {
        return Database.lines(
                        "select (j.due_at at time zone ?)::date::text from job j join case_file f on f.id = j.case_id"
                                + " where f.number = ? order by 1",
                        clock.getZone().getId(),
                        number.value())
                .stream()
                .map(LocalDate::parse)
                .toList();
    }

    private static void asSuperuser(String sql) throws Exception {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
