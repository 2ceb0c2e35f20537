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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewSplit;
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.SplitService;
import org.durumi.cases.TakingOutService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is agreed with somebody, what ends it, and who is shown that they were not heard of. */
@ExtendWith(ArquillianExtension.class)
class CheckInIT {
    private static final TeamId OTHER_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000008");
    private static final Actor FAR =
            new Actor(new UserId("far-away"), Set.of(Role.SUPERVISOR), Optional.of(OTHER_TEAM), "");
    private static final Actor GONE =
            new Actor(new UserId("gone-supervisor"), Set.of(Role.SUPERVISOR), Optional.of(CaseFixtures.TEAM), "");
    private static final NewCheckInPlan DAILY =
            new NewCheckInPlan(24, 60, Optional.empty(), Optional.empty(), "over the shop", "spring onion", "the soup");
    private static final NewCheckIn OK = new NewCheckIn(CheckInKind.OK, "");

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    CheckInService service;

    @Inject
    OverdueService overdue;

    @Inject
    CaseSearch search;

    @Inject
    ClosureService closures;

    @Inject
    TakingOutService takingOut;

    @Inject
    DecisionService decisions;

    @Inject
    SplitService splits;

    @Inject
    Climb climb;

    @Inject
    Clock clock;

    private CaseNumber number;
    private ParticipantId who;

    @BeforeEach
    void somebody_is_awaited_every_day() throws Exception {
        told.northTeam();
        told.team(OTHER_TEAM, FAR);
        number = told.caseOf(HANEUL, WOMAN, WOMAN);
        who = told.participants(number).getFirst().id();
        requests.does(HANEUL, () -> service.agree(number, who, DAILY));
    }

    @AfterEach
    void nobody_is_awaited_for_ever() throws SQLException {
        asSuperuser("update check_in_climb set next_at = null, step = null, reached = null, missed_since = null,"
                + " misses = 0, duress_at = null");
    }

    @Test
    void who_was_heard_of_is_awaited_again_and_the_case_shows_when() throws Exception {
        PlanNow now = standing();
        assertEquals(Optional.of(now.climb().since()), told.listed(number).nextContact());
        assertTrue(Duration.between(clock.instant(), now.climb().since()).compareTo(Duration.ofHours(23)) > 0);

        missesTwice();
        assertEquals(2, standing().climb().misses());
        assertEquals(
                Optional.of(CheckInLevel.EVERY_SUPERVISOR), standing().climb().reached());
        assertFalse(standing().untrue());

        requests.does(HANEUL, () -> service.heard(number, who, OK));
        assertEquals(Optional.empty(), standing().climb().reached());
        assertEquals(0, standing().climb().misses());
        assertEquals(
                Optional.of(standing().climb().since()), told.listed(number).nextContact());
        assertTrue(standing().climb().since().isBefore(clock.instant().plus(Duration.ofHours(25))));
        assertEquals(2, checkIns().missed().size(), "what was missed stays told");
    }

    @Test
    void those_who_were_told_are_shown_it_until_somebody_is_heard_of() throws Exception {
        assertEquals(0, mine(HANEUL).all());
        missesUntil(Duration.ofMinutes(60));
        assertEquals(List.of(number), numbers(HANEUL));
        assertEquals(List.of(), numbers(SEO));
        missesUntil(Duration.ofMinutes(90));
        assertEquals(List.of(number), numbers(SEO));
        assertEquals(0, mine(FAR).elsewhere().size());
        missesUntil(Duration.ofMinutes(150));
        OverdueElsewhere line = mine(FAR).elsewhere().getFirst();
        assertEquals(number, line.number());
        assertEquals("A", line.label());
        assertTrue(List.of(line.ask().split(", ")).contains("seo"), "whom to ask");
        assertThrows(NotFound.class, () -> requests.as(FAR, () -> file()));
        assertEquals(List.of(), unseen("far-away"));
        assertEquals(List.of(number), numbers(HANEUL), "seen is not done");
        assertTrue(Database.lines(
                        "select actor || ' ' || action from access_entry where ? = any (case_refs) and field_groups = '{CHECK_IN}'",
                        number.value())
                .containsAll(List.of("haneul LIST", "seo LIST", "far-away LIST")));

        requests.does(
                SEO, () -> service.heard(number, who, new NewCheckIn(CheckInKind.THIRD_PARTY, "a cousin saw her")));
        for (Actor each : List.of(HANEUL, SEO, FAR)) {
            assertEquals(0, mine(each).all());
        }
    }

    @Test
    void of_duress_everybody_is_told_at_once_until_a_supervisor_has_dealt_with_it() throws Exception {
        requests.does(HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.DURESS, "")));
        assertEquals(List.of(number), numbers(HANEUL));
        assertEquals(List.of(number), numbers(SEO));
        assertEquals(CheckInCause.DURESS, mine(FAR).elsewhere().getFirst().cause());
        requests.does(HANEUL, () -> service.heard(number, who, OK));
        assertEquals(List.of(number), numbers(SEO), "whoever holds them can let them say that they are well");
        assertThrows(
                RuleViolation.class, () -> requests.does(HANEUL, () -> service.end(number, who, new NewPlanEnd("x"))));
        assertThrows(
                NotFound.class,
                () -> requests.does(HANEUL, () -> service.answerDuress(number, who, new NewDuressAnswer("nothing"))));
        requests.does(SEO, () -> service.answerDuress(number, who, new NewDuressAnswer("friends brought her away")));
        for (Actor each : List.of(HANEUL, SEO, FAR)) {
            assertEquals(0, mine(each).all());
        }
    }

    @Test
    void while_somebody_is_overdue_only_a_supervisor_stops_that_others_are_told() throws Exception {
        missesUntil(Duration.ofMinutes(60));
        NewPause pause = new NewPause(48, "her phone is being repaired");
        assertThrows(RuleViolation.class, () -> requests.does(HANEUL, () -> service.pause(number, who, pause)));
        assertThrows(
                RuleViolation.class, () -> requests.does(HANEUL, () -> service.end(number, who, new NewPlanEnd("x"))));
        int version = standing().plan().edition();
        assertThrows(
                RuleViolation.class, () -> requests.does(HANEUL, () -> service.change(number, who, DAILY, version)));

        requests.does(SEO, () -> service.pause(number, who, pause));
        assertEquals(0, mine(HANEUL).all());
        PlanNow paused = standing();
        assertTrue(paused.plan().isPausedAt(clock.instant()));
        assertTrue(paused.climb().next().orElseThrow().isAfter(clock.instant().plus(Duration.ofHours(47))));
        missesUntil(Duration.ofHours(48 - 24).plusMinutes(61));
        assertEquals(List.of(number), numbers(HANEUL), "a pause ends by itself");
    }

    @Test
    void duress_outlives_the_plan_until_a_supervisor_has_dealt_with_it() throws Exception {
        requests.does(HANEUL, () -> service.heard(number, who, new NewCheckIn(CheckInKind.DURESS, "")));
        told.enters(number, told.report(Stage.WITHDRAWN));
        assertEquals(Optional.empty(), checkIns().standing(who));
        for (Actor each : List.of(HANEUL, SEO)) {
            assertEquals(List.of(number), numbers(each), "whoever holds them can let them give up");
        }
        requests.does(SEO, () -> closures.close(number, new NewClosure(CloseReason.OTHER, "she gave up, they say")));
        assertEquals(List.of(number), numbers(SEO), "nor does it go with the case");
        assertEquals(1, mine(FAR).elsewhere().size());
        requests.does(SEO, () -> service.answerDuress(number, who, new NewDuressAnswer("friends brought her away")));
        for (Actor each : List.of(HANEUL, SEO, FAR)) {
            assertEquals(0, mine(each).all());
        }
    }

    @Test
    void who_is_late_is_not_put_off_before_others_are_told() throws Exception {
        asSuperuser(
                "update check_in_climb set due_at = now() - interval '1 minute', next_at = now() + interval '59 minutes'"
                        + " where participant_id = '" + id() + "'");
        assertEquals(List.of(), numbers(HANEUL), "nobody has been told yet");
        int edition = standing().plan().edition();
        for (Requests.Work each : List.<Requests.Work>of(
                () -> service.pause(number, who, new NewPause(48, "her phone is being repaired")),
                () -> service.end(number, who, new NewPlanEnd("she has a new phone")),
                () -> service.change(number, who, DAILY, edition))) {
            assertThrows(RuleViolation.class, () -> requests.does(HANEUL, each));
        }
        requests.does(SEO, () -> service.pause(number, who, new NewPause(48, "we know where she is")));
    }

    @Test
    void two_who_change_a_plan_do_not_overwrite_each_other() throws Exception {
        int seen = standing().plan().edition();
        requests.does(HANEUL, () -> service.change(number, who, DAILY, seen));
        assertThrows(
                ChangedMeanwhile.class, () -> requests.does(HANEUL, () -> service.change(number, who, DAILY, seen)));
    }

    @Test
    void a_wrong_arrival_of_somebody_who_is_held_does_not_end_that_they_are_awaited() throws Exception {
        told.enters(number, told.report(Stage.DETENTION));
        told.enters(number, told.report(Stage.DECEASED));
        assertEquals(Optional.empty(), checkIns().standing(who));
        EntryId wrong = requests.as(SEO, () -> search.view(number, AccessGroup.JOURNEY))
                .journey(who)
                .getLast()
                .id();
        requests.does(SEO, () -> decisions.sendBack(number, wrong, "it was somebody else"));
        assertEquals(CheckInState.HELD, standing().plan().state());
    }

    @Test
    void who_is_held_is_not_awaited_until_they_are_free() throws Exception {
        told.enters(number, told.report(Stage.DETENTION));
        assertEquals(CheckInState.HELD, standing().plan().state());
        assertEquals(Optional.empty(), standing().climb().next());
        assertEquals(Optional.empty(), told.listed(number).nextContact());
        told.enters(number, told.report(Stage.MISSION));
        assertEquals(CheckInState.STANDS, standing().plan().state());
        assertTrue(standing().climb().next().isPresent());
    }

    @Test
    void a_contact_is_a_sign_of_life_and_who_gave_up_is_awaited_no_more() throws Exception {
        told.enters(number, told.report(Stage.BROKER));
        missesUntil(Duration.ofMinutes(60));
        assertEquals(List.of(number), numbers(HANEUL));
        told.enters(number, told.report(Stage.CONTACT));
        assertEquals(List.of(), numbers(HANEUL));
        told.enters(number, told.report(Stage.WITHDRAWN));
        assertEquals(Optional.empty(), checkIns().standing(who));
        assertEquals(
                Optional.of(PlanEnd.STAGE), checkIns().plans().getFirst().plan().ended());
        assertEquals(Optional.empty(), told.listed(number).nextContact());
    }

    @Test
    void what_is_agreed_anew_takes_the_place_of_what_was_and_keeps_the_words() throws Exception {
        int version = standing().plan().edition();
        NewCheckInPlan twice = new NewCheckInPlan(12, 30, Optional.of(22), Optional.of(7), "", "", "the weather");
        requests.does(HANEUL, () -> service.change(number, who, twice, version));

        assertEquals(12, standing().plan().intervalHours());
        CodeWords words =
                requests.as(HANEUL, () -> service.codeWords(number, who)).getFirst();
        assertEquals(new CodeWords("spring onion", "the weather"), words);
        assertTrue(checkIns().plans().stream().noneMatch(PlanNow::untrue));
        assertEquals(
                List.of("1"),
                Database.lines(
                        "select count(*) from check_in_climb where participant_id = ?::uuid and next_at is not null",
                        id()),
                "nobody is awaited as it was agreed before");
        assertThrows(
                ChangedMeanwhile.class,
                () -> requests.does(HANEUL, () -> service.change(number, who, DAILY, version + 7)));
    }

    @Test
    void whom_to_ask_is_nobody_who_may_not_come_in() throws Exception {
        told.northTeam(GONE);
        told.losesRole(GONE);
        missesTwice();
        List<String> ask = List.of(mine(FAR).elsewhere().getFirst().ask().split(", "));
        assertTrue(ask.contains("seo"), ask::toString);
        assertFalse(ask.contains(GONE.id().value()), ask::toString);
    }

    @Test
    void a_closed_case_awaits_nobody() throws Exception {
        requests.does(SEO, () -> closures.close(number, new NewClosure(CloseReason.OTHER, "moved to another country")));
        assertEquals(
                List.of("ENDED"),
                Database.lines("select state from check_in_plan where participant_id = ?::uuid", id()));
        assertEquals(
                List.of("0"),
                Database.lines(
                        "select count(*) from check_in_climb where participant_id = ?::uuid and next_at is not null",
                        id()));
    }

    @Test
    void who_was_taken_out_by_mistake_is_awaited_again() throws Exception {
        NewTakingOut why = new NewTakingOut("she belongs to another case");
        requests.does(SEO, () -> takingOut.takeOut(number, who, why));
        assertEquals(Optional.empty(), checkIns().standing(who));
        requests.does(SEO, () -> takingOut.putBack(number, who, why));
        PlanNow again = standing();
        assertEquals(24, again.plan().intervalHours());
        assertTrue(again.climb().next().isPresent());
        assertEquals(
                "spring onion",
                requests.as(HANEUL, () -> service.codeWords(number, who))
                        .getFirst()
                        .codeWord());
    }

    @Test
    void who_stood_in_was_told_last_when_a_case_is_split_and_the_new_one_says_that_it_was_missed() throws Exception {
        Actor deputy =
                new Actor(new UserId("check-in-deputy"), Set.of(Role.CASEWORKER), Optional.of(CaseFixtures.TEAM), "");
        told.northTeam(deputy);
        asSuperuser(
                "insert into deputyship (id, team_id, user_id, deputy, first_day, last_day, begins, due, named_by, named_at, mac)"
                        + " values (gen_random_uuid(), '" + CaseFixtures.TEAM.value()
                        + "', 'haneul', 'check-in-deputy', now(), now() + interval '3 days', now() - interval '1 hour',"
                        + " now() + interval '3 days', 'seo', now(), sha256('x'))");
        try {
            missesUntil(Duration.ofMinutes(60));
            missesUntil(Duration.ofMinutes(75));
            CaseNumber other = requests.as(
                    SEO,
                    () -> splits.split(
                            number,
                            new NewSplit(
                                    Set.of(who),
                                    CaseKind.INDIVIDUAL,
                                    RouteKind.LAND_VIA_CHINA,
                                    "another way, other people")));
            assertEquals(
                    List.of("CASEWORKERS haneul", "DEPUTIES check-in-deputy"),
                    Database.lines(
                            "select s.step || ' ' || n.user_id from check_in_step s join notice n on n.step_id = s.id"
                                    + " join case_file f on f.id = s.case_id where f.number = ? order by s.step",
                            other.value()));
        } finally {
            asSuperuser("delete from deputyship where deputy = 'check-in-deputy'");
        }
    }

    @Test
    void what_is_agreed_goes_along_when_a_case_is_split_and_what_is_overdue_stays_so() throws Exception {
        missesUntil(Duration.ofMinutes(60));
        Instant since = standing().climb().since();
        CaseNumber other = requests.as(
                SEO,
                () -> splits.split(
                        number,
                        new NewSplit(
                                Set.of(who),
                                CaseKind.INDIVIDUAL,
                                RouteKind.LAND_VIA_CHINA,
                                "another way, other people")));
        assertEquals(Optional.empty(), checkIns().standing(who));
        assertEquals(List.of(other), numbers(HANEUL));
        assertEquals(
                List.of("CASEWORKERS MISSED haneul"),
                Database.lines(
                        "select s.step || ' ' || s.cause || ' ' || n.user_id from check_in_step s join notice n on n.step_id = s.id"
                                + " join case_file f on f.id = s.case_id where f.number = ?",
                        other.value()),
                "who was told is told of the new case");
        ParticipantId there = told.participants(other).getFirst().id();
        PlanNow copied = requests.as(
                        HANEUL,
                        () -> service.of(
                                search.view(other, AccessGroup.CHECK_IN).file()))
                .standing(there)
                .orElseThrow();
        assertEquals(since, copied.climb().since());
        assertFalse(copied.untrue());
        assertEquals(
                "the soup",
                requests.as(HANEUL, () -> service.codeWords(other, there))
                        .getFirst()
                        .duressPhrase());
    }

    @Test
    void the_words_are_shown_to_who_asks_for_them_with_an_entry_of_its_own() throws Exception {
        requests.as(HANEUL, () -> service.codeWords(number, who));
        assertTrue(Database.lines(
                        "select actor || ' ' || array_to_string(field_groups, ' ') from access_entry where ? = any (case_refs)",
                        number.value())
                .stream()
                .anyMatch(each -> each.startsWith("haneul") && each.contains("CODE_WORD")));
        assertThrows(NotFound.class, () -> requests.as(FAR, () -> service.codeWords(number, who)));
    }

    @Test
    void who_puts_off_a_check_in_past_the_application_is_found_when_the_case_is_opened() throws Exception {
        asSuperuser(
                "update check_in_climb set due_at = due_at + interval '1 year', next_at = next_at + interval '1 year'"
                        + " where participant_id = '" + id() + "'");
        assertTrue(standing().untrue());
        asSuperuser(
                "update check_in_climb set missed_since = due_at - interval '1 year', misses = 1, reached = 'CASEWORKERS'"
                        + " where participant_id = '" + id() + "'");
        assertTrue(standing().untrue(), "nor behind one that was missed");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private void missesTwice() throws Exception {
        missesUntil(Duration.ofHours(24).plusMinutes(61));
    }

    /** As if nobody had heard of them until so long after the check-in that was agreed. */
    private void missesUntil(Duration after) throws Exception {
        Instant due = firstDue();
        try (Connection job = Database.job()) {
            climb.all(Statements.on(job), due.plus(after));
        }
    }

    private Instant firstDue() throws Exception {
        return requests.as(HANEUL, () -> service.of(file()).plans())
                .getLast()
                .plan()
                .recorded()
                .at()
                .plus(Duration.ofHours(24));
    }

    private PlanNow standing() throws Exception {
        return checkIns().standing(who).orElseThrow();
    }

    private CaseCheckIns checkIns() throws Exception {
        return requests.as(HANEUL, () -> service.of(file()));
    }

    private CaseFile file() {
        return search.view(number, AccessGroup.CHECK_IN).file();
    }

    private Overdue mine(Actor reader) throws Exception {
        Overdue all = requests.as(reader, () -> overdue.mine());
        List<OverdueLine> own = all.own();
        List<OverdueElsewhere> elsewhere = all.elsewhere().stream()
                .filter(each -> each.number().equals(number))
                .toList();
        return new Overdue(own, elsewhere, own.size() + elsewhere.size(), false);
    }

    private List<CaseNumber> numbers(Actor reader) throws Exception {
        return mine(reader).own().stream().map(OverdueLine::number).toList();
    }

    private static List<String> unseen(String user) throws SQLException {
        return Database.lines(
                "select cause || ' ' || at || ' ' || now() from notice where user_id = ? and seen_at is null", user);
    }

    private String id() {
        return who.value().toString();
    }
}
