package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessNotRecorded;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.work.NewTask;
import org.durumi.work.OpenWork;
import org.durumi.work.TaskService;
import org.durumi.work.WorkloadService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody leaves: what they have in hand goes to others in one go, and nothing is left behind. */
@ExtendWith(ArquillianExtension.class)
class HandoverIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000aa01");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000aa02");
    private static final Actor FIRST = actor("handover-first", Role.CASEWORKER, NEAR);
    private static final Actor SECOND = actor("handover-second", Role.CASEWORKER, NEAR);
    private static final Actor SUPERVISOR = actor("handover-supervisor", Role.SUPERVISOR, NEAR);
    private static final Actor STRANGER = actor("handover-stranger", Role.CASEWORKER, FAR);
    private static final Actor OTHER = actor("handover-other", Role.SUPERVISOR, FAR);
    private static int leavers;

    @Inject
    Requests requests;

    @Inject
    HandoverService handovers;

    @Inject
    WorkloadService work;

    @Inject
    TaskService tasks;

    @Inject
    DecisionService decisions;

    @Inject
    CaseSearch search;

    @Inject
    GrantService grants;

    @Inject
    ClosureService closures;

    @Inject
    Told told;

    private Actor leaver;
    private CaseNumber shared;
    private CaseNumber alone;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void somebody_works_on_two_cases_on_one_of_them_alone() throws Exception {
        leaver = actor("handover-leaver-" + leavers++, Role.CASEWORKER, NEAR);
        told.team(NEAR, leaver, FIRST, SECOND, SUPERVISOR);
        told.team(FAR, STRANGER, OTHER);
        shared = told.caseOf(leaver, WOMAN);
        requests.does(SUPERVISOR, () -> decisions.assign(shared, FIRST.id()));
        alone = told.caseOf(leaver, WOMAN);
    }

    @Test
    void the_list_names_first_on_what_nobody_else_works_and_counts_what_is_theirs() throws Exception {
        requests.does(
                leaver,
                () -> tasks.write(alone, new NewTask("a", told.today(), Optional.empty(), Optional.of(leaver.id()))));
        requests.does(
                leaver, () -> tasks.write(alone, new NewTask("b", told.today(), Optional.empty(), Optional.empty())));

        HeldCases held = held();

        assertEquals(
                List.of(alone, shared),
                held.first().stream().map(HeldCase::number).toList());
        assertEquals(
                List.of(true, false), held.first().stream().map(HeldCase::alone).toList());
        assertEquals(2, held.all());
        assertEquals(List.of(new OpenWork(1, 0), OpenWork.NONE), requests.as(SUPERVISOR, () -> {
            List<CaseId> ids = held.first().stream().map(HeldCase::id).toList();
            Map<CaseId, OpenWork> open = work.inCases(ids, leaver.id());
            return ids.stream().map(open::get).toList();
        }));
    }

    @Test
    void another_takes_their_place_everywhere_and_does_what_was_theirs() throws Exception {
        requests.does(
                leaver,
                () -> tasks.write(
                        alone, new NewTask("call them", told.today(), Optional.empty(), Optional.of(leaver.id()))));
        requests.does(
                leaver,
                () -> tasks.write(alone, new NewTask("for all", told.today(), Optional.empty(), Optional.empty())));

        handsOver(SECOND);

        for (CaseNumber each : List.of(alone, shared)) {
            assertThrows(NotFound.class, () -> requests.as(leaver, () -> search.view(each, AccessGroup.CASE)));
        }
        assertEquals(Set.of(SECOND.id()), workers(alone));
        assertEquals(Set.of(FIRST.id(), SECOND.id()), workers(shared));
        assertEquals(
                List.of("call them ENDED " + leaver.id(), "call them OPEN handover-second", "for all OPEN nobody"),
                stood(alone));
        assertEquals(0, held().all());

        handsOver(SECOND);

        assertEquals(Set.of(SECOND.id()), workers(alone), "twice is once");
        assertEquals(3, stood(alone).size());
        assertEquals(1, changes(alone));
        assertEquals(2, changes(shared), "once when the other one was assigned");
    }

    @Test
    void several_take_their_place_together_and_what_was_theirs_is_for_all() throws Exception {
        requests.does(
                leaver,
                () -> tasks.write(
                        alone, new NewTask("call them", told.today(), Optional.empty(), Optional.of(leaver.id()))));

        handsOver(FIRST, SECOND);

        assertEquals(Set.of(FIRST.id(), SECOND.id()), workers(alone));
        assertEquals(Set.of(FIRST.id(), SECOND.id()), workers(shared));
        assertTrue(stood(alone).contains("call them OPEN nobody"), stood(alone)::toString);
    }

    @Test
    void all_of_it_goes_or_nothing() throws Exception {
        Set<CaseId> both = ids();
        Database.asOwner("alter table access_entry add constraint broken check (action <> 'CHANGE' or case_refs <> '{"
                + shared + "}') not valid");
        try {
            assertThrows(
                    AccessNotRecorded.class,
                    () -> requests.does(
                            SUPERVISOR, () -> handovers.handOver(leaver.id(), both, Set.of(), Set.of(SECOND.id()))));
        } finally {
            Database.asOwner("alter table access_entry drop constraint broken");
        }
        assertEquals(Set.of(leaver.id()), workers(alone));
        assertEquals(Set.of(leaver.id(), FIRST.id()), workers(shared));
    }

    @Test
    void a_case_that_somebody_else_handed_over_meanwhile_is_left_as_it_is() throws Exception {
        Set<CaseId> both = ids();
        try (Connection other = Database.superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // Somebody holds the case, and whoever comes second waits for them.
            statement.execute("select from case_file where number = '" + alone + "' for update");
            CompletableFuture<Void> second = new CompletableFuture<>();
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    requests.does(
                            SUPERVISOR, () -> handovers.handOver(leaver.id(), both, Set.of(), Set.of(SECOND.id())));
                    second.complete(null);
                } catch (Exception | AssertionError failed) {
                    second.completeExceptionally(failed);
                }
            });
            while (!waits() && !second.isDone()) {
                Thread.onSpinWait();
            }
            statement.execute("update assignment set user_id = 'handover-first' where until is null and case_id ="
                    + " (select id from case_file where number = '" + alone + "')");
            other.commit();
            waiting.join();
            second.get();
        }

        assertEquals(
                List.of("handover-first"),
                Database.lines(
                        "select user_id from assignment a join case_file f on f.id = a.case_id where f.number = ? and a.until is null",
                        alone.value()));
        assertEquals(0, changes(alone));
        assertEquals(Set.of(FIRST.id(), SECOND.id()), workers(shared), "the other one goes");
    }

    private static boolean waits() throws SQLException {
        return !Database.lines(
                        "select 'yes' from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                                + " and query like '%case_file%'")
                .isEmpty();
    }

    @Test
    void what_they_may_read_is_named_in_the_log_and_ends_with_the_rest_and_a_forged_one_is_noticed() throws Exception {
        CaseNumber read = told.caseOf(FIRST, WOMAN);
        EntryId genuine = granted(read);
        forged(told.caseOf(FIRST, WOMAN));
        long refused = refusals();

        List<HeldGrant> held = requests.as(SUPERVISOR, () -> handovers.grants(leaver.id()));

        assertEquals(List.of(read), held.stream().map(HeldGrant::number).toList());
        assertEquals(refused + 1, refusals());
        assertEquals(
                List.of("LIST ASSIGNMENT"),
                Database.lines(
                        "select action || ' ' || array_to_string(field_groups, ',') from access_entry where ? = any (case_refs)"
                                + " and actor = 'handover-supervisor' and action = 'LIST'",
                        read.value()));

        requests.does(SUPERVISOR, () -> handovers.handOver(leaver.id(), ids(), Set.of(genuine), Set.of(SECOND.id())));
        assertEquals(List.of(), requests.as(SUPERVISOR, () -> handovers.grants(leaver.id())));
        assertEquals(Set.of(FIRST.id()), workers(read));
    }

    /** The leaver may read a case, as a link between two teams lets them. */
    private EntryId granted(CaseNumber number) throws Exception {
        CaseId id = requests.as(SUPERVISOR, () -> search.view(number, AccessGroup.CASE))
                .file()
                .id();
        requests.does(
                SUPERVISOR,
                () -> grants.give(
                        id, leaver.id(), SUPERVISOR.id(), Duration.ofDays(1), "they go together", EntryId.create()));
        return EntryId.of(Database.lines("select id::text from case_grant where case_id = ?::uuid", id.toString())
                .getFirst());
    }

    private void forged(CaseNumber number) throws Exception {
        granted(number);
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update case_grant set due = due + interval '1 day' where case_id ="
                    + " (select id from case_file where number = '" + number + "')");
        }
    }

    private static long refusals() throws SQLException {
        return Long.parseLong(Database.lines(
                        "select count(*) from access_entry where outcome = 'REFUSED' and actor_role = 'NONE' and action = 'OPEN'"
                                + " and 'ASSIGNMENT' = any (field_groups) and actor = 'handover-supervisor'")
                .getFirst());
    }

    @Test
    void who_opens_a_case_again_whose_caseworkers_are_gone_says_who_works_on_it() throws Exception {
        requests.does(SUPERVISOR, () -> closures.close(alone, new NewClosure(CloseReason.WITHDRAWN, "she stays")));
        told.team(FAR, actor(leaver.id().value(), Role.CASEWORKER, FAR));

        for (Optional<UserId> who : List.of(
                Optional.<UserId>empty(),
                Optional.of(leaver.id()),
                Optional.of(STRANGER.id()),
                Optional.of(SUPERVISOR.id()))) {
            RuleViolation refused = assertThrows(
                    RuleViolation.class,
                    () -> requests.does(
                            SUPERVISOR, () -> closures.reopen(alone, new NewReopening("she called again", who))));
            assertEquals("closure.reopening.choose caseworker", refused.messageKey() + " " + refused.field());
        }
        requests.does(
                SUPERVISOR,
                () -> closures.reopen(alone, new NewReopening("she called again", Optional.of(SECOND.id()))));

        assertEquals(Set.of(leaver.id(), SECOND.id()), workers(alone));
    }

    @Test
    void only_a_supervisor_of_the_team_hands_over_and_only_within_it() throws Exception {
        Set<CaseId> both = ids();
        for (Actor who : List.of(OTHER, FIRST, leaver)) {
            assertThrows(NotFound.class, () -> requests.as(who, () -> handovers.of(leaver.id())));
        }
        for (Actor who : List.of(FIRST, leaver)) {
            assertThrows(
                    NotFound.class,
                    () -> requests.does(
                            who, () -> handovers.handOver(leaver.id(), both, Set.of(), Set.of(SECOND.id()))));
        }
        requests.does(OTHER, () -> handovers.handOver(leaver.id(), both, Set.of(), Set.of(STRANGER.id())));
        for (Set<UserId> to : List.<Set<UserId>>of(
                Set.of(),
                Set.of(STRANGER.id()),
                Set.of(SUPERVISOR.id()),
                Set.of(leaver.id()),
                Set.of(FIRST.id(), STRANGER.id()))) {
            assertEquals(
                    "handover.to.choose",
                    assertThrows(
                                    RuleViolation.class,
                                    () -> requests.does(
                                            SUPERVISOR, () -> handovers.handOver(leaver.id(), both, Set.of(), to)))
                            .messageKey());
        }
        assertEquals(Set.of(leaver.id()), workers(alone));
        assertEquals(Set.of(leaver.id(), FIRST.id()), workers(shared));
    }

    @Test
    void who_was_moved_to_another_team_still_has_what_they_left_here_and_nothing_of_the_other_team_is_shown()
            throws Exception {
        Actor moved = actor(leaver.id().value(), Role.CASEWORKER, FAR);
        told.team(FAR, moved);
        CaseNumber there = told.caseOf(moved, WOMAN);

        assertEquals(
                Set.of(alone, shared),
                held().first().stream().map(HeldCase::number).collect(Collectors.toSet()));
        assertEquals(
                List.of(there),
                requests.as(OTHER, () -> handovers.of(leaver.id())).first().stream()
                        .map(HeldCase::number)
                        .toList());

        handsOver(SECOND);

        assertEquals(Set.of(SECOND.id()), workers(alone));
        assertEquals(
                there,
                requests.as(moved, () -> search.view(there, AccessGroup.CASE))
                        .file()
                        .number());
    }

    /** How many entries say that a supervisor changed who works on a case. */
    private static int changes(CaseNumber number) throws Exception {
        return Database.lines(
                        "select request_id::text from access_entry where ? = any (case_refs) and action = 'CHANGE'"
                                + " and field_groups = '{ASSIGNMENT}' and actor = 'handover-supervisor'",
                        number.value())
                .size();
    }

    private HeldCases held() throws Exception {
        return requests.as(SUPERVISOR, () -> handovers.of(leaver.id()));
    }

    private Set<CaseId> ids() throws Exception {
        return held().first().stream().map(HeldCase::id).collect(Collectors.toSet());
    }

    private void handsOver(Actor... to) throws Exception {
        Set<CaseId> ids = new java.util.HashSet<>();
        for (CaseNumber each : List.of(alone, shared)) {
            ids.add(requests.as(SUPERVISOR, () -> search.view(each, AccessGroup.CASE))
                    .file()
                    .id());
        }
        Set<UserId> others = Stream.of(to).map(Actor::id).collect(Collectors.toSet());
        requests.does(SUPERVISOR, () -> handovers.handOver(leaver.id(), ids, Set.of(), others));
    }

    private Set<UserId> workers(CaseNumber number) throws Exception {
        return TaskService.workers(requests.as(SUPERVISOR, () -> search.view(number, AccessGroup.ASSIGNMENT)));
    }

    /** Each task: what, what became of it, for whom. */
    private List<String> stood(CaseNumber number) throws Exception {
        return requests.as(SUPERVISOR, () -> tasks.view(number)).all().stream()
                .map(each -> each.own() + " " + each.state() + " "
                        + each.assignee().map(UserId::value).orElse("nobody"))
                .sorted()
                .toList();
    }
}
