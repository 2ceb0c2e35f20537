package org.durumi.work;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.Changes;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.GlassService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewGlass;
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.RetentionService;
import org.durumi.cases.TakingOutService;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimState;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewJudgement;
import org.durumi.evidence.NewRelation;
import org.durumi.evidence.NewReport;
import org.durumi.evidence.RelationKind;
import org.durumi.evidence.SourceService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules ask for follows what people record, as the services record it, and what somebody changes past the application ends none of it. */
@ExtendWith(ArquillianExtension.class)
class TaskWiringIT {
    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    TaskService tasks;

    @Inject
    RuleTasks rules;

    @Inject
    Jobs jobs;

    @Inject
    CaseAccess access;

    @Inject
    CaseSearch search;

    @Inject
    Changes changes;

    @Inject
    ClosureService closures;

    @Inject
    RetentionService retentions;

    @Inject
    TakingOutService takingOut;

    @Inject
    GlassService glass;

    @Inject
    CircumstancesService circumstances;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    UserTransaction transaction;

    @Inject
    Clock clock;

    private Actor worker;
    private Actor supervisor;
    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;

    @BeforeEach
    void a_pair_of_a_team_of_its_own() throws Exception {
        TeamId team = new TeamId(UUID.randomUUID());
        worker = actor("wired", Role.CASEWORKER, team);
        supervisor = actor("wires", Role.SUPERVISOR, team);
        told.team(team, worker, supervisor);
        number = told.caseOf(worker, WOMAN, WOMAN);
        List<ParticipantId> people =
                requests.as(worker, () -> search.view(number, AccessGroup.PARTICIPANT)).participants().stream()
                        .map(each -> each.id())
                        .toList();
        first = people.getFirst();
        second = people.getLast();
        asSuperuser("delete from job");
    }

    @AfterEach
    void nothing_is_left_to_be_done() throws Exception {
        asSuperuser("delete from job");
    }

    @Test
    void an_alert_that_somebody_changed_past_the_application_ends_no_task() throws Exception {
        phone(first);
        Task made = open(TaskKind.LOOK_AND_DECIDE).getFirst();
        assertEquals(List.of("PHONE"), made.about());
        assertEquals(
                List.of("1"),
                Database.lines(
                        "select count(*) from access_entry where actor_role = 'SYSTEM' and action = 'CHANGE'"
                                + " and field_groups = '{TASK}' and ? = any (case_refs)",
                        number.value()),
                "the system wrote it");

        asSuperuser(
                "set session_replication_role = replica; update risk_alert set state = 'ACTED_ON' where rule_group = 'PHONE'"
                        + " and case_id = '" + id() + "'; set session_replication_role = origin");
        requests.does(worker, () -> circumstances.recordDevice(number, second, Told.phone(Answer.NO)));

        assertEquals(
                List.of(made.id()),
                open(TaskKind.LOOK_AND_DECIDE).stream()
                        .filter(each -> each.about().equals(List.of("PHONE")))
                        .map(Task::id)
                        .toList());
    }

    @Test
    void claims_that_contradict_each_other_are_looked_at_the_next_day_until_one_was_adopted() throws Exception {
        EntryId one = claim(ClaimTopic.DETENTION, second, Optional.empty());
        assertEquals(List.of(), waiting());
        claim(ClaimTopic.DETENTION, second, Optional.of(new NewRelation(RelationKind.DENIES, one)));
        assertEquals(List.of(told.today().plusDays(1)), waiting());

        asked(Duty.of(TaskKind.VERIFY, List.of("DETENTION"), Set.of(second), told.today()));
        claim(ClaimTopic.MOTIVE, first, Optional.empty());
        assertEquals(1, open(TaskKind.VERIFY).size());

        requests.does(
                worker,
                () -> claims.judge(number, one, new NewJudgement(ClaimState.ADOPTED, "the embassy saw her"), 0));
        assertEquals(List.of(), open(TaskKind.VERIFY));
        assertEquals(Optional.of(TaskEnd.DECIDED), all().settled().getFirst().ended());
    }

    @Test
    void what_is_claimed_only_of_who_was_taken_out_is_not_to_be_decided() throws Exception {
        EntryId one = claim(ClaimTopic.DETENTION, second, Optional.empty());
        claim(ClaimTopic.DETENTION, second, Optional.of(new NewRelation(RelationKind.DENIES, one)));
        requests.does(
                supervisor, () -> takingOut.takeOut(number, second, new NewTakingOut("She was never part of it.")));
        asSuperuser("delete from job");

        claim(ClaimTopic.MOTIVE, first, Optional.empty());

        assertEquals(List.of(), waiting());
    }

    @Test
    void nobody_lets_a_case_be_looked_at_before_everything_or_after_it() throws Exception {
        String id = id();
        // The clock of stories is whatever moment is named: what is told here is bound by these two alone.
        for (String moment : List.of("-infinity", "infinity")) {
            inOneTransaction(
                    worker,
                    () -> jobs.session()
                            .createNativeQuery(
                                    "select ask_reassessment(cast(:id as uuid), cast(:moment as timestamptz), true)",
                                    Integer.class)
                            .setParameter("id", id)
                            .setParameter("moment", moment)
                            .getSingleResult());
        }

        assertEquals(List.of("0"), Database.lines("select count(*) from job where case_id = cast(? as uuid)", id));
    }

    @Test
    void who_was_only_given_to_read_a_case_lets_it_be_looked_at_at_once() throws Exception {
        TeamId far = new TeamId(UUID.randomUUID());
        Actor reader = actor("far", Role.CASEWORKER, far);
        told.team(far, reader);
        asked(Duty.of(TaskKind.ASK, List.of("A"), Set.of(), told.today()));
        requests.does(
                reader, () -> glass.breakGlass(new NewGlass(number, "She calls from the bridge, nobody answers.")));
        asSuperuser("delete from job");
        asSuperuser("set session_replication_role = replica; update task set due = due - 2 where case_id = '" + id()
                + "'; set session_replication_role = origin");

        assertEquals(List.of(), requests.as(reader, () -> tasks.view(number)).open());

        assertEquals(List.of(told.today()), waiting());
        assertEquals(List.of("f"), Database.lines("select by_day from job where case_id = cast(? as uuid)", id()));
    }

    @Test
    void what_a_closed_case_is_asked_for_ends_neither_by_a_change_of_it_nor_by_a_hold_that_nobody_placed()
            throws Exception {
        requests.does(
                supervisor,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "She wants no more contact.")));
        inOneTransaction(supervisor, () -> follow(access.toDecide(number, AccessGroup.TASK), retention()));
        inOneTransaction(
                supervisor, () -> changes.recorded(access.toDecide(number, AccessGroup.ALERT), AccessGroup.ALERT));
        assertEquals(1, requests.as(supervisor, () -> tasks.due(7)).all());

        asSuperuser("insert into legal_hold (id, case_id, sealed, sealed_state, recorded_by, recorded_at, version)"
                + " values (gen_random_uuid(), '" + id() + "', sha256('a'), sha256('b'), 'nobody', now(), 0)");
        requests.does(supervisor, () -> retentions.look(new CaseId(UUID.fromString(id()))));

        assertEquals(1, requests.as(supervisor, () -> tasks.due(7)).all());
    }

    private Duty retention() {
        return Duty.of(TaskKind.RETENTION, List.of(), Set.of(), told.today());
    }

    private EntryId claim(ClaimTopic topic, ParticipantId whom, Optional<NewRelation> relation) throws Exception {
        return requests.as(worker, () -> {
            NewReport report = new NewReport("a report", "https://example.org/" + UUID.randomUUID());
            return claims.record(
                    number,
                    new NewClaim(
                            Set.of(whom),
                            topic,
                            Optional.empty(),
                            "two officials said so",
                            PartialDate.unknown(),
                            PartialDate.unknown(),
                            sources.ofReport(report),
                            Credibility.PROBABLY_TRUE,
                            Modality.ASSERTED,
                            "",
                            Optional.empty()),
                    relation);
        });
    }

    private void phone(ParticipantId whose) throws Exception {
        requests.does(worker, () -> circumstances.recordDevice(number, whose, Told.phone(Answer.YES)));
    }

    /** As rules ask for it on that day. */
    private void asked(Duty duty) throws Exception {
        inOneTransaction(worker, () -> follow(access.toChange(number, AccessGroup.TASK), duty));
    }

    private void follow(CaseFile file, Duty duty) {
        rules.follow(
                file,
                Set.of(duty.kind()),
                List.of(duty),
                false,
                new Recording(Actor.system("risk").signed(clock.instant()), access.toAssess(file)));
    }

    private Tasks all() throws Exception {
        return requests.as(worker, () -> tasks.view(number));
    }

    private List<Task> open(TaskKind kind) throws Exception {
        return all().open().stream().filter(each -> each.kind() == kind).toList();
    }

    private String id() throws Exception {
        return Database.lines("select id from case_file where number = ?", number.value())
                .getFirst();
    }

    /** The days on which the case is looked at. */
    private List<LocalDate> waiting() throws Exception {
        return Database.lines(
                        "select distinct (j.due_at at time zone ?)::date::text from job j where j.case_id = cast(? as uuid) order by 1",
                        clock.getZone().getId(),
                        id())
                .stream()
                .map(LocalDate::parse)
                .toList();
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

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name + "-" + team.value()), Set.of(role), Optional.of(team), "");
    }

    private static void asSuperuser(String sql) throws Exception {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
