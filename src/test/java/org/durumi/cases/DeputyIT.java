package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.durumi.accesslog.AccessGroup;
import org.durumi.bell.Bells;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.work.DueTasks;
import org.durumi.work.NewTask;
import org.durumi.work.TaskLine;
import org.durumi.work.TaskResult;
import org.durumi.work.TaskService;
import org.durumi.work.TaskState;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody stands in for a caseworker who is away: who may what in whose cases, and when. */
@ExtendWith(ArquillianExtension.class)
class DeputyIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000ab01");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-00000000ab02");
    private static final Actor AWAY = actor("deputy-away", Role.CASEWORKER, NEAR);
    private static final Actor DEPUTY = actor("deputy-deputy", Role.CASEWORKER, NEAR);
    private static final Actor SECOND = actor("deputy-second", Role.CASEWORKER, NEAR);
    private static final Actor SUPERVISOR = actor("deputy-supervisor", Role.SUPERVISOR, NEAR);
    private static final Actor STRANGER = actor("deputy-stranger", Role.CASEWORKER, FAR);
    private static final Actor OTHER = actor("deputy-other", Role.SUPERVISOR, FAR);
    private static final Actor AUDITOR =
            new Actor(new UserId("deputy-auditor"), Set.of(Role.AUDITOR), Optional.empty(), "");

    @Inject
    Requests requests;

    @Inject
    DeputyService deputies;

    @Inject
    Deputyships deputyships;

    @Inject
    CaseSearch search;

    @Inject
    CaseAccess access;

    @Inject
    AtTheDoor door;

    @Inject
    UncheckedCases unchecked;

    @Inject
    DecisionService decisions;

    @Inject
    CaseService cases;

    @Inject
    TaskService tasks;

    @Inject
    Bells bells;

    @Inject
    Told told;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    private CaseNumber number;

    /** What somebody can do with a case, one way after the other. */
    private enum Act {
        READ,
        LIST,
        SEARCH,
        EXPORT,
        RECORD,
        DECIDE
    }

    private static final Set<Act> NOTHING = EnumSet.noneOf(Act.class);
    private static final Set<Act> AS_CASEWORKER = EnumSet.complementOf(EnumSet.of(Act.DECIDE));
    private static final Set<Act> AS_SUPERVISOR = EnumSet.complementOf(EnumSet.of(Act.RECORD));

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void a_case_of_somebody_who_will_be_away() throws Exception {
        told.team(NEAR, AWAY, DEPUTY, SECOND, SUPERVISOR);
        told.team(FAR, STRANGER, OTHER);
        told.introduce(AUDITOR);
        number = told.caseOf(AWAY, WOMAN);
    }

    @AfterEach
    void everybody_is_back() throws SQLException {
        Database.asOwner("update deputyship set until = now() where until is null and user_id like 'deputy-%'");
    }

    @Test
    void nobody_may_anything_by_a_deputyship_that_does_not_stand() throws Exception {
        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights());

        stored(AWAY, DEPUTY, NEAR, 1, 2);
        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights(), "before");
        stored(AWAY, DEPUTY, NEAR, -2, -1);
        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights(), "after");
        stored(AWAY, STRANGER, FAR, 0, 1);
        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights(), "of another team");
        stored(AWAY, OTHER, FAR, 0, 1);
        stored(AWAY, AUDITOR, NEAR, 0, 1);
        stored(DEPUTY, SECOND, NEAR, 0, 1);
        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights(), "of other roles");
    }

    @Test
    void while_it_stands_the_deputy_may_what_the_caseworker_may_and_a_deputy_of_theirs_nothing() throws Exception {
        EntryId id = named(AWAY, DEPUTY, 0, 1);
        stored(DEPUTY, SECOND, NEAR, 0, 1);

        assertEquals(
                Map.of("away", AS_CASEWORKER, "deputy", AS_CASEWORKER, "supervisor", AS_SUPERVISOR),
                rights(),
                "all of it, and nobody else");
        CaseView view = read(DEPUTY);
        assertEquals(Optional.of(AWAY.id()), view.rights().insteadOf());
        assertEquals(Optional.empty(), read(AWAY).rights().insteadOf());
        assertTrue(requests.as(DEPUTY, () -> search.countries()).contains(new CountryCode("CN")));

        CaseNumber later = told.caseOf(AWAY, WOMAN);
        number = later;
        assertEquals(AS_CASEWORKER, rights().get("deputy"), "cases that come meanwhile, too");

        requests.does(DEPUTY, () -> deputies.end(id));
        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights(), "ended");
    }

    @Test
    void it_gives_nothing_to_who_left_the_team_and_nothing_in_cases_of_another() throws Exception {
        named(AWAY, DEPUTY, 0, 1);
        Actor moved = actor("deputy-deputy", Role.CASEWORKER, FAR);
        told.team(FAR, moved);
        assertThrows(NotFound.class, () -> read(moved));
        assertThrows(NotFound.class, () -> read(DEPUTY), "who still says the old team: the database does not");
        told.team(NEAR, DEPUTY);
        assertThrows(NotFound.class, () -> read(DEPUTY), "who left the team and came back is named anew");
        named(AWAY, DEPUTY, 0, 1);
        assertEquals(number, read(DEPUTY).file().number());
        told.team(FAR, actor("deputy-away", Role.CASEWORKER, FAR));
        told.team(NEAR, AWAY);
        assertThrows(NotFound.class, () -> read(DEPUTY), "nor does anybody stand in for who left");

        CaseNumber before = told.caseOf(STRANGER, WOMAN);
        told.team(NEAR, actor("deputy-stranger", Role.CASEWORKER, NEAR));
        named(actor("deputy-stranger", Role.CASEWORKER, NEAR), SECOND, 0, 1);
        number = before;
        assertEquals(before, read(STRANGER).file().number(), "whoever changes the team keeps the case");
        assertThrows(NotFound.class, () -> read(SECOND), "it is no case of the team");
    }

    @Test
    void who_was_taken_off_the_case_takes_the_deputy_along() throws Exception {
        named(AWAY, DEPUTY, 0, 1);
        requests.does(SUPERVISOR, () -> decisions.assign(number, SECOND.id()));
        EntryId theirs = read(SUPERVISOR).assignments().stream()
                .filter(each -> each.caseworker().equals(AWAY.id()))
                .findFirst()
                .orElseThrow()
                .id();
        requests.does(SUPERVISOR, () -> decisions.unassign(number, theirs));

        assertThrows(NotFound.class, () -> read(DEPUTY));
    }

    @Test
    void what_the_application_did_not_write_opens_nothing_and_is_noticed() throws Exception {
        named(AWAY, DEPUTY, 0, 1);
        for (String change : List.of(
                "due = due + interval '1 second'", "named_by = 'deputy-supervisor'", "last_day = last_day + 1")) {
            read(DEPUTY);
            Database.asOwner("update deputyship set " + change + " where until is null and deputy = 'deputy-deputy'");
            assertThrows(NotFound.class, () -> read(DEPUTY), change);
            everybody_is_back();
            named(AWAY, DEPUTY, 0, 1);
        }
        everybody_is_back();
        forged("deputy-away", "deputy-deputy");

        assertEquals(Map.of("away", AS_CASEWORKER, "supervisor", AS_SUPERVISOR), rights(), "nor does any list show it");
        assertEquals(List.of(), requests.as(DEPUTY, () -> deputies.known()));
        long refused = refusals();
        assertThrows(NotFound.class, () -> read(DEPUTY));
        assertEquals(refused + 1, refusals(), "each time it is noticed");
    }

    @Test
    void the_entries_of_the_log_name_the_deputy() throws Exception {
        named(AWAY, DEPUTY, 0, 1);
        int before = entries().size();
        read(DEPUTY);
        requests.does(
                DEPUTY,
                () -> tasks.write(number, new NewTask("call", told.today(), Optional.empty(), Optional.of(AWAY.id()))));

        List<String> since = entries().subList(before, entries().size());
        assertTrue(since.stream().allMatch(each -> each.startsWith("deputy-deputy ")), since::toString);
    }

    @Test
    void what_is_due_for_who_is_away_stands_with_their_deputy_and_says_for_whom() throws Exception {
        requests.does(
                AWAY,
                () -> tasks.write(number, new NewTask("call", told.today(), Optional.empty(), Optional.of(AWAY.id()))));
        assertFalse(due(DEPUTY).contains(number));

        named(AWAY, DEPUTY, 0, 1);

        assertTrue(due(DEPUTY).contains(number), () -> "not among what is due");
        assertFalse(due(SECOND).contains(number));
        assertEquals(
                Map.of(number, "deputy-away"),
                requests.as(DEPUTY, () -> search.insteadOf(List.of(number, told.caseOf(DEPUTY, WOMAN)))));
        assertEquals(Map.of(), requests.as(AWAY, () -> search.insteadOf(List.of(number))));
        assertEquals(
                Optional.of("deputy-away"),
                requests.as(DEPUTY, () -> search.list(CaseFilter.all())).lines().stream()
                        .filter(each -> each.file().number().equals(number))
                        .findFirst()
                        .orElseThrow()
                        .insteadOf());
    }

    @Test
    void a_caseworker_names_one_for_themselves_and_a_supervisor_for_somebody_of_the_team() throws Exception {
        LocalDate today = told.today();
        named(AWAY, DEPUTY, 5, 6);
        requests.does(
                SUPERVISOR, () -> deputies.name(new NewDeputy(Optional.of(SECOND.id()), DEPUTY.id(), today, today)));

        assertThrows(
                NotFound.class,
                () -> requests.does(
                        AWAY, () -> deputies.name(new NewDeputy(Optional.of(SECOND.id()), DEPUTY.id(), today, today))));
        assertThrows(
                NotFound.class,
                () -> requests.does(
                        AUDITOR, () -> deputies.name(new NewDeputy(Optional.empty(), DEPUTY.id(), today, today))));
        assertEquals("deputy.not-of-the-team absent", refused(OTHER, AWAY, STRANGER, 0, 1));
        assertEquals("deputy.not-of-the-team absent", refused(SUPERVISOR, STRANGER, DEPUTY, 0, 1));
        assertEquals("deputy.not-of-the-team deputy", refused(SUPERVISOR, AWAY, STRANGER, 0, 1));
        assertEquals("deputy.not-of-the-team deputy", refused(SUPERVISOR, AWAY, SUPERVISOR, 0, 1));
        assertEquals("deputy.self deputy", refused(AWAY, AWAY, AWAY, 0, 1));
        assertEquals("deputy.past first", refused(AWAY, AWAY, DEPUTY, -1, 1));
        assertEquals("deputy.order last", refused(AWAY, AWAY, DEPUTY, 2, 1));
        assertEquals("deputy.too-long last", refused(AWAY, AWAY, DEPUTY, 10, 70));
        assertEquals("deputy.overlaps first", refused(AWAY, AWAY, SECOND, 6, 7));
        assertEquals("deputy.away deputy", refused(DEPUTY, DEPUTY, AWAY, 6, 7));
        assertEquals("deputy.too-early first", refused(AWAY, AWAY, DEPUTY, 181, 181));
        assertEquals("deputy.too-long last", refused(AWAY, AWAY, DEPUTY, 7, 65), "with the two days before it");
        named(AWAY, SECOND, 7, 66);
        assertEquals(3, requests.as(SUPERVISOR, () -> deputies.known()).size());
        assertEquals(2, requests.as(DEPUTY, () -> deputies.known()).size());
        assertEquals(List.of(), requests.as(OTHER, () -> deputies.known()));
    }

    @Test
    void either_of_the_two_and_a_supervisor_of_the_team_end_it_and_nobody_else() throws Exception {
        for (Actor each : List.of(AWAY, DEPUTY, SUPERVISOR)) {
            EntryId id = named(AWAY, DEPUTY, 0, 1);
            for (Actor stranger : List.of(SECOND, STRANGER, OTHER, AUDITOR)) {
                assertThrows(NotFound.class, () -> requests.does(stranger, () -> deputies.end(id)));
            }
            requests.does(each, () -> deputies.end(id));
            assertThrows(NotFound.class, () -> requests.does(each, () -> deputies.end(id)), "it is over");
            assertThrows(NotFound.class, () -> read(DEPUTY));
        }
    }

    @Test
    void who_stands_in_for_somebody_and_goes_away_leaves_nobody_without_a_deputy() throws Exception {
        named(AWAY, DEPUTY, 5, 9);
        RuleViolation refused = assertThrows(
                RuleViolation.class,
                () -> requests.does(DEPUTY, () -> deputies.name(told(Optional.empty(), SECOND, 8, 12))));
        assertEquals("deputy.stands-in first", refused.messageKey() + " " + refused.field());
        assertEquals(List.of("deputy-away"), refused.arguments(), "for whom another one is needed");
        named(DEPUTY, SECOND, 10, 12);
        assertEquals(List.of(), open(SUPERVISOR));

        // Somebody is ill: a supervisor names their deputy all the same.
        requests.does(SUPERVISOR, () -> deputies.name(told(Optional.of(DEPUTY.id()), SECOND, 8, 9)));
        assertEquals(List.of("deputy-deputy for deputy-away"), open(SUPERVISOR));
        assertEquals(List.of(), open(AWAY));

        assertEquals("deputy.overlaps first", refused(SUPERVISOR, AWAY, SECOND, 7, 9));
        requests.does(SUPERVISOR, () -> deputies.name(told(Optional.of(AWAY.id()), SECOND, 8, 8)));
        assertEquals(List.of("deputy-deputy for deputy-away"), open(SUPERVISOR), "a day is still open");
        requests.does(SUPERVISOR, () -> deputies.name(told(Optional.of(AWAY.id()), SECOND, 9, 9)));
        assertEquals(List.of(), open(SUPERVISOR));
    }

    /** Those whose deputy is away themselves, as somebody is told of them. */
    private List<String> open(Actor who) throws Exception {
        return requests.as(who, () -> deputies.known()).stream()
                .filter(DeputyLine::open)
                .map(each -> each.deputy() + " for " + each.absent())
                .toList();
    }

    @Test
    void countries_and_bell_are_of_the_teams_cases_alone() throws Exception {
        Actor before = actor("deputy-away", Role.CASEWORKER, FAR);
        told.team(FAR, before);
        CaseNumber far = requests.as(
                before,
                () -> cases.open(new NewCase(
                        CaseKind.INDIVIDUAL,
                        RouteKind.LAND_VIA_CHINA,
                        Optional.empty(),
                        Priority.NORMAL,
                        List.of(WOMAN),
                        new NewStage(
                                Stage.CONTACT,
                                PartialDate.on(told.today()),
                                told.today(),
                                new Place("Vientiane", "LA"),
                                Certainty.PROBABLE,
                                "told by a relative",
                                StageDetails.none()))));
        requests.does(
                before, () -> tasks.write(far, new NewTask("call", told.today(), Optional.empty(), Optional.empty())));
        told.team(NEAR, AWAY);
        named(AWAY, DEPUTY, 0, 1);

        assertTrue(requests.as(AWAY, () -> search.countries()).contains(new CountryCode("LA")));
        List<CountryCode> seen = requests.as(DEPUTY, () -> search.countries());
        assertTrue(seen.contains(new CountryCode("CN")), seen::toString);
        assertFalse(seen.contains(new CountryCode("LA")), seen::toString);
        assertEquals(
                due(DEPUTY).size(), requests.as(DEPUTY, () -> bells.of(DEPUTY)).tasks());
    }

    @Test
    void what_a_forged_one_adds_pushes_none_of_ones_own_off() throws Exception {
        CaseNumber own = told.caseOf(SECOND, WOMAN);
        requests.does(
                SECOND, () -> tasks.write(own, new NewTask("call", told.today(), Optional.empty(), Optional.empty())));
        for (int nth = 0; nth <= TaskService.PAGE; nth++) {
            String what = "other " + nth;
            requests.does(
                    AWAY,
                    () -> tasks.write(number, new NewTask(what, told.today(), Optional.empty(), Optional.empty())));
        }
        // More urgent than one's own.
        try (Connection superuser = Database.superuser();
                Statement older = superuser.createStatement()) {
            // Past the trigger that keeps a task as it was written.
            older.execute("set session_replication_role = replica");
            older.execute("update task set due = due - 1 where case_id = (select id from case_file where number = '"
                    + number + "')");
        }
        forged("deputy-away", "deputy-second");

        DueTasks due = requests.as(SECOND, () -> tasks.due(50));
        assertEquals(List.of(own), due.lines().stream().map(TaskLine::number).toList());
        assertTrue(due.more(), "and it says that there was more than it looked at");
        requests.does(
                SECOND,
                () -> tasks.settle(own, due.lines().getFirst().task().id(), new TaskResult(TaskState.DONE, "")));
        DueTasks left = requests.as(SECOND, () -> tasks.due(50));
        assertEquals(List.of(), left.lines());
        assertFalse(left.isEmpty(), "the strip is there");
    }

    /** By the page's way. */
    private EntryId named(Actor away, Actor deputy, int from, int to) throws Exception {
        return requests.as(away, () -> deputies.name(told(Optional.empty(), deputy, from, to)));
    }

    private NewDeputy told(Optional<UserId> away, Actor deputy, int from, int to) {
        return new NewDeputy(
                away, deputy.id(), told.today().plusDays(from), told.today().plusDays(to));
    }

    private static void forged(String away, String deputy) throws SQLException {
        Database.asOwner(
                "insert into deputyship (id, team_id, user_id, deputy, first_day, last_day, begins, due, named_by,"
                        + " named_at, mac) values (gen_random_uuid(), '" + NEAR.value() + "', '" + away + "', '"
                        + deputy
                        + "', now(), now(), now() - interval '1 hour', now() + interval '1 hour', 'deputy-away', now(), sha256('x'))");
    }

    /** As the application would have written it, whatever its rules say. */
    private void stored(Actor away, Actor deputy, TeamId team, int from, int to) throws Exception {
        requests.does(
                AWAY,
                () -> unchecked.allAround(() -> {
                    deputyships.add(Deputyship.name(
                            team,
                            away.id(),
                            told(Optional.empty(), deputy, from, to),
                            clock.getZone(),
                            AWAY.signed(clock.instant()),
                            macs));
                    return "";
                }));
    }

    private String refused(Actor who, Actor away, Actor deputy, int from, int to) {
        Optional<UserId> absent = who.is(Role.SUPERVISOR) ? Optional.of(away.id()) : Optional.empty();
        RuleViolation refused = assertThrows(
                RuleViolation.class, () -> requests.does(who, () -> deputies.name(told(absent, deputy, from, to))));
        return refused.messageKey() + " " + refused.field();
    }

    private CaseView read(Actor who) throws Exception {
        return requests.as(who, () -> search.view(number, AccessGroup.CASE));
    }

    private List<CaseNumber> due(Actor who) throws Exception {
        return requests.as(who, () -> {
            List<CaseNumber> all = new ArrayList<>();
            DueTasks some;
            int page = 0;
            do {
                some = tasks.page(page++);
                some.lines().forEach(each -> all.add(each.number()));
            } while (some.more());
            return all;
        });
    }

    /** What each may with the case; those who may nothing are left out. */
    private Map<String, Set<Act>> rights() throws Exception {
        Map<String, Set<Act>> rights = new TreeMap<>();
        for (Actor who : List.of(AWAY, DEPUTY, SECOND, SUPERVISOR, STRANGER, OTHER, AUDITOR)) {
            Set<Act> held = EnumSet.noneOf(Act.class);
            for (Act each : Act.values()) {
                if (may(who, each)) {
                    held.add(each);
                }
            }
            if (!held.equals(NOTHING)) {
                rights.put(who.id().value().replace("deputy-", ""), held);
            }
        }
        return rights;
    }

    private boolean may(Actor who, Act act) throws Exception {
        try {
            return requests.as(who, () -> switch (act) {
                case READ ->
                    search.view(number, AccessGroup.CASE).file().number().equals(number);
                case LIST ->
                    search.list(CaseFilter.all().sortedBy(CaseFilter.Sort.CHANGED, false)).lines().stream()
                            .anyMatch(each -> each.file().number().equals(number));
                case SEARCH ->
                    search.ending(CaseNumberEnd.read(number.value()).orElseThrow())
                            .contains(number);
                case EXPORT ->
                    search.export(number, AccessGroup.CASE).file().number().equals(number);
                case RECORD -> does(() -> access.toChange(number, AccessGroup.CASE));
                case DECIDE -> does(() -> access.toDecide(number, AccessGroup.CASE));
            });
        } catch (NotFound none) {
            return false;
        }
    }

    private boolean does(Runnable work) {
        door.does(any -> work.run());
        return true;
    }

    /** How often a row was noticed that gives somebody a case and that the application did not write. */
    private long refusals() throws SQLException {
        return Long.parseLong(Database.lines(
                        "select count(*) from access_entry where outcome = 'REFUSED' and actor_role = 'NONE' and action = 'OPEN'"
                                + " and 'ASSIGNMENT' = any (field_groups) and actor = 'deputy-deputy' and ? = any (case_refs)",
                        number.value())
                .getFirst());
    }

    private List<String> entries() throws SQLException {
        return Database.lines(
                "select actor || ' ' || action || ' ' || outcome from access_entry where ? = any (case_refs)"
                        + " and actor <> 'risk' order by recorded_at",
                number.value());
    }
}
