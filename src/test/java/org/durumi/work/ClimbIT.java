package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.DecisionService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every missed check-in is told, step by step, once: over days, by two at the same time, however often they are cut off. */
@ExtendWith(ArquillianExtension.class)
class ClimbIT {
    private static final Logger LOGGER = Logger.getLogger(ClimbIT.class.getName());
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final TeamId OTHER_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000b101");
    private static final Actor FAR =
            new Actor(new UserId("far-supervisor"), Set.of(Role.SUPERVISOR), Optional.of(OTHER_TEAM), "");
    private static final Actor DEPUTY =
            new Actor(new UserId("climb-deputy"), Set.of(Role.CASEWORKER), Optional.of(CaseFixtures.TEAM), "");
    private static final Actor NEXT =
            new Actor(new UserId("climb-next"), Set.of(Role.CASEWORKER), Optional.of(CaseFixtures.TEAM), "");
    private static final String OURS = "climb-it";
    private static final int PLANS = 500;
    private static final Duration STORY = Duration.ofDays(6);

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    Climb climb;

    @Inject
    CaseSearch search;

    @Inject
    CaseAccess access;

    @Inject
    DecisionService decisions;

    @Inject
    Clock clock;

    private CaseNumber number;
    private UUID caseId;

    /** What a check-in of a plan was due, and who is told of it. */
    private record Step(UUID plan, Instant due, CheckInLevel level) {}

    /** An agreed rhythm, as the database keeps it. */
    private record Rhythm(UUID id, int hours, int grace, Optional<Integer> from, Optional<Integer> to, Instant due) {
        static Rhythm any(Random random, Instant start) {
            int hours = List.of(1, 2, 3, 4, 6, 8, 12, 24, 48).get(random.nextInt(9));
            int grace = 5 + random.nextInt(hours * 30 - 4);
            boolean quiet = random.nextBoolean();
            int from = random.nextInt(24);
            int to = (from + 1 + random.nextInt(12)) % 24;
            return new Rhythm(
                    UUID.randomUUID(),
                    hours,
                    grace,
                    quiet ? Optional.of(from) : Optional.empty(),
                    quiet ? Optional.of(to) : Optional.empty(),
                    start.plus(Duration.ofMinutes(random.nextInt(24 * 60))));
        }

        /** Reckoned here by itself, in another way than the database does. */
        Instant following(Instant missed) {
            LocalDateTime local = LocalDateTime.ofInstant(missed.plus(Duration.ofHours(hours)), SEOUL);
            if (from.isPresent()) {
                LocalDateTime begins = local.toLocalDate().atTime(from.get(), 0);
                if (begins.isAfter(local)) {
                    begins = begins.minusDays(1);
                }
                LocalDateTime ends = begins.toLocalDate().atTime(to.orElseThrow(), 0);
                if (!ends.isAfter(begins)) {
                    ends = ends.plusDays(1);
                }
                if (local.isBefore(ends)) {
                    local = ends;
                }
            }
            return local.atZone(SEOUL).toInstant();
        }

        Map<Step, Instant> stepsUntil(Instant end) {
            Map<Step, Instant> steps = new HashMap<>();
            Instant missed = due;
            while (!missed.isAfter(end)) {
                Instant following = following(missed);
                Instant first = missed.plus(Duration.ofMinutes(grace));
                Instant second = earlier(first.plus(Duration.ofMinutes(30)), following);
                Instant third = earlier(second.plus(Duration.ofMinutes(60)), following);
                steps.put(new Step(id, missed, CheckInLevel.CASEWORKERS), first);
                steps.put(new Step(id, missed, CheckInLevel.SUPERVISORS), second);
                steps.put(new Step(id, missed, CheckInLevel.EVERY_SUPERVISOR), third);
                missed = following;
            }
            steps.values().removeIf(end::isBefore);
            return steps;
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }
    }

    @BeforeEach
    void a_case() throws Exception {
        told.northTeam();
        told.team(OTHER_TEAM, FAR);
        number = told.caseOf(HANEUL, WOMAN);
        caseId = requests.as(
                HANEUL, () -> search.view(number, AccessGroup.CASE).file().id().value());
    }

    @AfterEach
    void nobody_is_awaited_for_ever() throws SQLException {
        asSuperuser("delete from notice where case_id = '" + caseId + "'");
        asSuperuser("delete from check_in_step where case_id = '" + caseId + "'");
        asSuperuser("delete from check_in_climb where case_id = '" + caseId + "'");
        asSuperuser("delete from job where case_id = '" + caseId + "'");
    }

    @Test
    void over_days_each_step_is_taken_once_in_order_and_none_before_its_time() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Instant start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
        Instant end = start.plus(STORY);
        List<Rhythm> rhythms = new ArrayList<>();
        for (int i = 0; i < PLANS; i++) {
            rhythms.add(Rhythm.any(random, start));
        }
        store(rhythms);
        AtomicInteger cut = new AtomicInteger();
        List<Instant> ticks = new ArrayList<>();
        Instant now = start;
        while (now.isBefore(end)) {
            // Mostly a few minutes; now and then nothing runs for a day.
            int minutes = random.nextInt(40) == 0 ? 24 * 60 : 1 + random.nextInt(25);
            now = earliest(now.plus(Duration.ofMinutes(minutes)), end);
            ticks.add(now);
            climbs(now, cut, random.nextInt(4) == 0);
        }

        Map<Step, Instant> expected = new HashMap<>();
        rhythms.forEach(each -> expected.putAll(each.stepsUntil(end)));
        List<Map.Entry<Step, Instant>> taken = taken();
        String story = "seed " + seed;
        LOGGER.info(() -> "Climb: " + PLANS + " plans, " + expected.size() + " steps, " + ticks.size() + " moments, "
                + cut.get() + " times cut off");
        assertEquals(expected.size(), taken.size(), story);
        assertTrue(expected.size() > 20_000, () -> story + ": " + expected.size());
        assertTrue(cut.get() > 50, () -> story + ": " + cut.get());
        Map<Step, Instant> at = new HashMap<>();
        for (Map.Entry<Step, Instant> each : taken) {
            assertEquals(Optional.empty(), Optional.ofNullable(at.put(each.getKey(), each.getValue())), story);
            Instant time = Optional.ofNullable(expected.get(each.getKey()))
                    .orElseThrow(() -> new AssertionError(story + ": never due: " + each));
            Instant first = ticks.stream()
                    .filter(tick -> !tick.isBefore(time))
                    .findFirst()
                    .orElseThrow();
            assertEquals(first, each.getValue(), () -> story + ": " + each + " was due at " + time);
        }
        at.forEach((step, moment) -> {
            if (step.level() != CheckInLevel.CASEWORKERS) {
                // Nobody stands in for anybody here.
                CheckInLevel before =
                        step.level() == CheckInLevel.SUPERVISORS ? CheckInLevel.CASEWORKERS : CheckInLevel.SUPERVISORS;
                assertTrue(!at.get(new Step(step.plan(), step.due(), before)).isAfter(moment), story);
            }
        });
        assertEquals(
                List.of("0"),
                Database.lines(
                        "select count(*) from check_in_step s where case_id = ?::uuid and not exists"
                                + " (select from notice n where n.step_id = s.id)",
                        caseId.toString()),
                "each step told somebody");
    }

    @Test
    void the_steps_tell_first_who_works_on_it_then_the_team_then_everybody() throws Exception {
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(40));
        store(List.of(new Rhythm(UUID.randomUUID(), 24, 60, Optional.empty(), Optional.empty(), due)));
        Map<Duration, Set<String>> notices = new TreeMap<>();
        for (int minutes : new int[] {0, 59, 60, 89, 90, 149, 150, 24 * 60 + 59, 24 * 60 + 60}) {
            allAt(due.plus(Duration.ofMinutes(minutes)));
            notices.put(
                    Duration.ofMinutes(minutes),
                    Set.copyOf(Database.lines(
                            "select s.step || ' ' || n.user_id from notice n join check_in_step s on s.id = n.step_id"
                                    + " where n.case_id = ?::uuid and n.user_id in ('haneul', 'seo', 'far-supervisor') and s.due_at = '"
                                    + due + "'",
                            caseId.toString())));
        }

        Set<String> first = Set.of("CASEWORKERS haneul");
        Set<String> second = with(first, "SUPERVISORS seo");
        Set<String> third = with(with(second, "EVERY_SUPERVISOR seo"), "EVERY_SUPERVISOR far-supervisor");
        assertEquals(Set.of(), notices.get(Duration.ofMinutes(59)));
        assertEquals(first, notices.get(Duration.ofMinutes(60)));
        assertEquals(first, notices.get(Duration.ofMinutes(89)));
        assertEquals(second, notices.get(Duration.ofMinutes(90)));
        assertEquals(second, notices.get(Duration.ofMinutes(149)));
        assertEquals(third, notices.get(Duration.ofMinutes(150)));
        assertEquals(
                List.of("2 EVERY_SUPERVISOR " + due),
                Database.lines(
                        "select misses || ' ' || reached || ' ' || to_char(missed_since at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                + " from check_in_climb where case_id = ?::uuid",
                        caseId.toString()),
                "missed twice");
    }

    @Test
    void who_stands_in_for_a_caseworker_is_told_between_them_and_the_supervisors_and_nobody_later_for_that()
            throws Exception {
        told.northTeam(DEPUTY, NEXT);
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(50));
        standsIn("haneul", DEPUTY, due);
        standsIn(DEPUTY.id().value(), NEXT, due);
        standsIn("haneul", NEXT, due.plus(Duration.ofDays(3)));
        store(List.of(new Rhythm(UUID.randomUUID(), 24, 60, Optional.empty(), Optional.empty(), due)));
        Map<Integer, Set<String>> notices = new TreeMap<>();
        try {
            for (int minutes : new int[] {59, 60, 74, 75, 89, 90, 149, 150}) {
                allAt(due.plus(Duration.ofMinutes(minutes)));
                notices.put(
                        minutes,
                        Set.copyOf(Database.lines(
                                "select s.step || ' ' || n.user_id from notice n join check_in_step s on s.id = n.step_id"
                                        + " where n.case_id = ?::uuid and n.user_id in ('haneul', 'seo', 'climb-deputy', 'climb-next',"
                                        + " 'far-supervisor') and s.due_at = '" + due + "'",
                                caseId.toString())));
            }
        } finally {
            asSuperuser("delete from deputyship where deputy like 'climb-%'");
        }

        Set<String> first = Set.of("CASEWORKERS haneul");
        Set<String> second = with(first, "DEPUTIES climb-deputy");
        Set<String> third = with(second, "SUPERVISORS seo");
        assertEquals(Set.of(), notices.get(59));
        assertEquals(first, notices.get(60));
        assertEquals(first, notices.get(74));
        assertEquals(second, notices.get(75));
        assertEquals(second, notices.get(89));
        assertEquals(third, notices.get(90));
        assertEquals(third, notices.get(149));
        assertEquals(with(with(third, "EVERY_SUPERVISOR seo"), "EVERY_SUPERVISOR far-supervisor"), notices.get(150));
    }

    @Test
    void a_deputy_who_begins_or_ends_between_two_steps_or_works_on_the_case_moves_none() throws Exception {
        told.northTeam(DEPUTY);
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(54));
        Rhythm rhythm = new Rhythm(UUID.randomUUID(), 24, 60, Optional.empty(), Optional.empty(), due);
        List<String> plain = List.of("CASEWORKERS 60", "SUPERVISORS 90", "EVERY_SUPERVISOR 150");
        try {
            assertEquals(plain, steps(rhythm, () -> {}), "nobody stands in");
            assertEquals(plain, steps(rhythm, () -> standsIn("haneul", DEPUTY, due)), "who begins is too late");

            assertEquals(
                    List.of("CASEWORKERS 60", "DEPUTIES 75", "SUPERVISORS 90", "EVERY_SUPERVISOR 150"),
                    steps(rhythm, () -> {}),
                    "who stands in all the time");
            // Ended before their turn: nobody else is told later for it.
            assertEquals(
                    List.of("CASEWORKERS 60", "SUPERVISORS 75", "EVERY_SUPERVISOR 135"),
                    steps(
                            rhythm,
                            () -> asSuperuser("update deputyship set until = now() where deputy like 'climb-%'")));

            asSuperuser("update deputyship set until = null where deputy like 'climb-%'");
            requests.does(CaseFixtures.SEO, () -> decisions.assign(number, DEPUTY.id()));
            assertEquals(plain, steps(rhythm, () -> {}), "who works on the case is told with the caseworkers");
        } finally {
            asSuperuser("delete from deputyship where deputy like 'climb-%'");
        }
    }

    /** Who is told of the first check-in, and after how many minutes, if something happens after the first step. */
    private List<String> steps(Rhythm rhythm, Requests.Work meanwhile) throws Exception {
        nobody_is_awaited_for_ever();
        store(List.of(rhythm));
        for (int minutes = 55; minutes <= 150; minutes += 5) {
            allAt(rhythm.due().plus(Duration.ofMinutes(minutes)));
            if (minutes == 60) {
                meanwhile.run();
            }
        }
        return taken().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(each -> each.getKey().level() + " "
                        + Duration.between(rhythm.due(), each.getValue()).toMinutes())
                .toList();
    }

    /** Around a moment; the climb, which has no key, asks for no MAC. */
    private static void standsIn(String absent, Actor deputy, Instant moment) throws SQLException {
        asSuperuser(
                "insert into deputyship (id, team_id, user_id, deputy, first_day, last_day, begins, due, named_by, named_at, mac)"
                        + " values (gen_random_uuid(), '" + CaseFixtures.TEAM.value() + "', '" + absent + "', '"
                        + deputy.id() + "', '"
                        + moment + "'::date, '" + moment + "'::date, '" + moment.minus(Duration.ofHours(3)) + "', '"
                        + moment.plus(Duration.ofHours(3)) + "', 'seo', now(), sha256('x'))");
    }

    @Test
    void of_a_case_on_which_nobody_works_the_supervisors_are_told_at_once() throws Exception {
        asSuperuser("update assignment set until = now() where case_id = '" + caseId + "'");
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(41));
        store(List.of(new Rhythm(UUID.randomUUID(), 12, 30, Optional.empty(), Optional.empty(), due)));
        allAt(due.plus(Duration.ofMinutes(30)));
        assertTrue(Database.lines("select user_id from notice where case_id = ?::uuid", caseId.toString())
                .contains("seo"));
    }

    @Test
    void a_caseworker_whose_role_ended_counts_as_nobody() throws Exception {
        a_caseworker_counts_as_nobody_after(told::losesRole);
    }

    @Test
    void a_caseworker_whose_role_was_never_confirmed_counts_as_nobody() throws Exception {
        a_caseworker_counts_as_nobody_after(told::losesConfirmation);
    }

    private void a_caseworker_counts_as_nobody_after(Loss loss) throws Exception {
        told.northTeam(NEXT);
        asSuperuser("update assignment set user_id = '" + NEXT.id() + "' where case_id = '" + caseId + "'");
        loss.of(NEXT);
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(44));
        store(List.of(new Rhythm(UUID.randomUUID(), 12, 30, Optional.empty(), Optional.empty(), due)));
        allAt(due.plus(Duration.ofMinutes(30)));
        List<String> notices = Database.lines(
                "select s.step || ' ' || n.user_id from notice n join check_in_step s on s.id = n.step_id"
                        + " where n.case_id = ?::uuid",
                caseId.toString());
        assertTrue(notices.contains("CASEWORKERS seo"), notices::toString);
        assertTrue(notices.stream().noneMatch(each -> each.endsWith(NEXT.id().value())), notices::toString);
    }

    @Test
    void a_supervisor_who_may_not_come_in_is_not_told_and_a_team_without_another_has_none() throws Exception {
        for (Loss loss : List.<Loss>of(told::losesRole, told::losesConfirmation)) {
            told.team(OTHER_TEAM, FAR);
            loss.of(FAR);
            asSuperuser("update case_file set team_id = '" + OTHER_TEAM + "' where id = '" + caseId + "'");
            Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(46));
            store(List.of(new Rhythm(UUID.randomUUID(), 12, 30, Optional.empty(), Optional.empty(), due)));
            allAt(due.plus(Duration.ofMinutes(60)));
            List<String> notices = Database.lines(
                    "select s.step || ' ' || n.user_id from notice n join check_in_step s on s.id = n.step_id"
                            + " where n.case_id = ?::uuid",
                    caseId.toString());
            assertTrue(notices.contains("SUPERVISORS seo"), notices::toString);
            assertTrue(notices.stream().noneMatch(each -> each.endsWith(" far-supervisor")), notices::toString);
            nobody_is_awaited_for_ever();
        }
    }

    @Test
    void a_deputy_who_may_not_come_in_stands_in_for_nobody() throws Exception {
        told.northTeam(DEPUTY);
        told.losesRole(DEPUTY);
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(58));
        standsIn("haneul", DEPUTY, due);
        store(List.of(new Rhythm(UUID.randomUUID(), 24, 60, Optional.empty(), Optional.empty(), due)));
        try {
            allAt(due.plus(Duration.ofMinutes(60)));
            allAt(due.plus(Duration.ofMinutes(90)));
        } finally {
            asSuperuser("delete from deputyship where deputy like 'climb-%'");
        }
        assertEquals(
                Set.of("CASEWORKERS", "SUPERVISORS"),
                Set.copyOf(
                        Database.lines("select step from check_in_step where case_id = ?::uuid", caseId.toString())));
    }

    /** How somebody comes not to be let in. */
    @FunctionalInterface
    private interface Loss {
        void of(Actor who) throws Exception;
    }

    @Test
    void where_nobody_works_and_the_team_has_no_supervisor_all_others_are_told_at_once() throws Exception {
        asSuperuser("update assignment set until = now() where case_id = '" + caseId + "'");
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(43));
        store(List.of(new Rhythm(UUID.randomUUID(), 12, 30, Optional.empty(), Optional.empty(), due)));
        String theirTeam = "team_id = (select team_id from case_file where id = '" + caseId + "')";
        asSuperuser("update membership set until = '9999-12-31' where until is null and " + theirTeam);
        try {
            allAt(due.plus(Duration.ofMinutes(30)));
        } finally {
            asSuperuser("update membership set until = null where until = '9999-12-31' and " + theirTeam);
        }
        assertTrue(
                Database.lines("select user_id from notice where case_id = ?::uuid", caseId.toString())
                        .contains("seo"),
                "who is in no team is a supervisor all the same");
    }

    @Test
    void it_waits_for_nobody_who_works_on_the_case() throws Exception {
        Instant due = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(42));
        store(List.of(new Rhythm(UUID.randomUUID(), 12, 30, Optional.empty(), Optional.empty(), due)));
        try (Connection worker = Database.superuser();
                Statement statement = worker.createStatement()) {
            worker.setAutoCommit(false);
            statement.execute("select from case_file where id = '" + caseId + "' for update");
            allAt(due.plus(Duration.ofMinutes(30)));
            worker.rollback();
        }
        assertEquals(
                List.of("1"),
                Database.lines("select count(*) from check_in_step where case_id = ?::uuid", caseId.toString()));
    }

    @Test
    void the_role_that_climbs_can_silence_nobody() throws SQLException {
        try (Connection job = Database.job();
                Statement statement = job.createStatement()) {
            for (String sql : List.of(
                    "update check_in_climb set next_at = 'infinity'",
                    "delete from check_in_climb",
                    "delete from notice",
                    "update notice set user_id = 'nobody'",
                    "insert into check_in_step select * from check_in_step limit 0",
                    "update check_in_plan set state = 'ENDED'")) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
    }

    @Test
    void nothing_falls_due_in_quiet_hours_wherever_the_organisation_is() throws SQLException {
        for (String[] each : new String[][] {
            // Seoul, over midnight: at its begin, within, at its end.
            {"2026-11-29T13:00:00Z", "22", "7", "Asia/Seoul", "2026-11-29T22:00:00Z"},
            {"2026-11-29T12:59:59Z", "22", "7", "Asia/Seoul", "2026-11-29T12:59:59Z"},
            {"2026-11-29T20:30:00Z", "22", "7", "Asia/Seoul", "2026-11-29T22:00:00Z"},
            {"2026-11-29T22:00:00Z", "22", "7", "Asia/Seoul", "2026-11-29T22:00:00Z"},
            // On one day; to midnight; from midnight.
            {"2026-11-29T04:10:00Z", "13", "15", "Asia/Seoul", "2026-11-29T06:00:00Z"},
            {"2026-11-29T13:10:00Z", "22", "0", "Asia/Seoul", "2026-11-29T15:00:00Z"},
            {"2026-11-29T15:00:00Z", "0", "6", "Asia/Seoul", "2026-11-29T21:00:00Z"},
            // Where the clocks change: the night of 29 March has an hour less, that of 25 October one more.
            {"2026-03-28T22:30:00Z", "23", "7", "Europe/Berlin", "2026-03-29T05:00:00Z"},
            {"2026-10-24T21:30:00Z", "23", "7", "Europe/Berlin", "2026-10-25T06:00:00Z"},
            // The end does not exist, or comes twice: then the later one.
            {"2026-03-28T22:30:00Z", "23", "2", "Europe/Berlin", "2026-03-29T01:00:00Z"},
            {"2026-10-24T21:30:00Z", "23", "2", "Europe/Berlin", "2026-10-25T01:00:00Z"},
        }) {
            try (Connection superuser = Database.superuser();
                    PreparedStatement query =
                            superuser.prepareStatement("select after_quiet_hours(?::timestamptz, ?::int, ?::int, ?)")) {
                for (int i = 0; i < 4; i++) {
                    query.setString(i + 1, each[i]);
                }
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    assertEquals(
                            Instant.parse(each[4]),
                            row.getObject(1, java.time.OffsetDateTime.class).toInstant(),
                            String.join(" ", each));
                }
            }
        }
    }

    /** Two climb at the same time; if they are cut, one is cut off before it commits, and both now and then. */
    private void climbs(Instant now, AtomicInteger cut, boolean cutting) throws Exception {
        if (cutting) {
            cutBeforeCommit(now, cut);
        }
        AtomicBoolean done = new AtomicBoolean();
        List<String> ends = requests.atOnce(cutting ? 3 : 2, HANEUL, new java.util.concurrent.Callable<>() {
            private final AtomicInteger nth = new AtomicInteger();

            @Override
            public String call() throws Exception {
                if (nth.incrementAndGet() == 3) {
                    killUntil(done, cut);
                } else {
                    try {
                        climbUntilNothingIsDue(now);
                    } finally {
                        done.set(true);
                    }
                }
                return "";
            }
        });
        assertEquals(cutting ? 3 : 2, ends.size());
        allAt(now);
    }

    private void cutBeforeCommit(Instant now, AtomicInteger cut) throws SQLException {
        try (Connection job = ours();
                Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            job.setAutoCommit(false);
            int some = climb.some(Statements.on(job), now);
            int pid = job.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            statement.execute("select pg_terminate_backend(" + pid + ", 5000)");
            assertThrows(SQLException.class, job::commit);
            if (some > 0) {
                cut.incrementAndGet();
            }
        }
    }

    private void climbUntilNothingIsDue(Instant now) {
        boolean more = true;
        while (more) {
            try (Connection job = ours()) {
                climb.all(Statements.on(job), now);
                more = false;
            } catch (StatementFailed | SQLException killed) {
                // As a node does that finds its connection gone: it takes another.
            }
        }
    }

    private static void killUntil(AtomicBoolean done, AtomicInteger cut) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            int most = 3;
            while (!done.get() && most > 0) {
                try (ResultSet killed = statement.executeQuery(
                        "select count(*) from (select pg_terminate_backend(pid) as killed from pg_stat_activity"
                                + " where application_name = '" + OURS
                                + "' and xact_start is not null offset 0) each where killed")) {
                    killed.next();
                    if (killed.getInt(1) > 0) {
                        cut.addAndGet(killed.getInt(1));
                        most--;
                    }
                }
            }
        }
    }

    private static Connection ours() throws SQLException {
        Connection job = Database.job();
        try (Statement statement = job.createStatement()) {
            statement.execute("set application_name = '" + OURS + "'");
        }
        return job;
    }

    private void allAt(Instant now) throws SQLException {
        try (Connection job = Database.job()) {
            climb.all(Statements.on(job), now);
        }
    }

    private void store(List<Rhythm> rhythms) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement free = superuser.createStatement();
                PreparedStatement insert = superuser.prepareStatement(
                        "insert into check_in_climb (plan_id, case_id, participant_id, interval_hours, grace_minutes, quiet_from,"
                                + " quiet_to, due_at, misses, next_at) values (?, ?, gen_random_uuid(), ?, ?, ?, ?, ?, 0, ?)")) {
            // Only the climb is of interest: it refers to no plan and to nobody.
            free.execute("set session_replication_role = replica");
            for (Rhythm each : rhythms) {
                insert.setObject(1, each.id());
                insert.setObject(2, caseId);
                insert.setInt(3, each.hours());
                insert.setInt(4, each.grace());
                insert.setObject(5, each.from().orElse(null));
                insert.setObject(6, each.to().orElse(null));
                insert.setObject(7, each.due().atOffset(ZoneOffset.UTC));
                insert.setObject(
                        8, each.due().plus(Duration.ofMinutes(each.grace())).atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<Map.Entry<Step, Instant>> taken() throws SQLException {
        try (Connection superuser = Database.superuser()) {
            return Statements.on(superuser)
                    .list(
                            row -> Map.entry(
                                    new Step(
                                            row.getObject(1, UUID.class),
                                            row.getObject(2, java.time.OffsetDateTime.class)
                                                    .toInstant(),
                                            CheckInLevel.valueOf(row.getString(3))),
                                    row.getObject(4, java.time.OffsetDateTime.class)
                                            .toInstant()),
                            "select plan_id, due_at, step, at from check_in_step where case_id = ?",
                            caseId);
        }
    }

    private static Instant earliest(Instant... some) {
        return List.of(some).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Set<String> with(Set<String> some, String another) {
        Set<String> all = new java.util.HashSet<>(some);
        all.add(another);
        return all;
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
