package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.Test;

/**
 * The application is killed while clients save: whatever was acknowledged is there once and whole, nothing is there half, and
 * a form sent again after the restart finishes what the kill interrupted without doing it twice.
 */
class KillNineIT {
    private static final int ROUNDS = Boolean.getBoolean("durumi.long") ? 50 : 3;
    private static final int WRITERS_OF_EACH_KIND = 2;
    private static final int EARLIEST_KILL_MS = 50;
    private static final int LATEST_KILL_MS = 500;
    private static final int MOST_SAVES = 10_000;

    /** The intakes that were stored, by what the application answered, over all rounds. */
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    private final Queue<Save> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Save> interrupted = new ConcurrentLinkedQueue<>();
    private Caller haneul;

    /** Something that a client saves. */
    private interface Save {
        /** @return whether the application said that it is stored */
        boolean send();

        void assertOnceAndWhole() throws SQLException;
    }

    /** The intake of two women. */
    private final class Opening implements Save {
        private final UUID once = UUID.randomUUID();
        private volatile String number = "";

        @Override
        public boolean send() {
            Caller.Answer answer = haneul.post("/cases/new?kind=PAIR", Intake.pair(once, Intake.today()));
            assertEquals(303, answer.status(), "the answer to an intake");
            number = Intake.number(answer);
            opened.add(number);
            return true;
        }

        @Override
        public void assertOnceAndWhole() throws SQLException {
            assertEquals(
                    List.of(number + " 2 2 2 1 1 1"),
                    Intake.rows("""
                            select c.number,
                                (select count(*) from participant p where p.case_id = c.id),
                                (select count(*) from stage_entry e where e.case_id = c.id),
                                (select count(*) from risk_assessment r where r.case_id = c.id),
                                (select count(*) from assignment a where a.case_id = c.id and a.until is null),
                                (select count(*) from access_entry l
                                    where c.number = any (l.case_refs) and l.action = 'CREATE'),
                                (select count(*) from idempotency_key k
                                    where k.result_path = '/cases/' || c.number)
                            from case_file c
                            where c.number = ?
                            """, number),
                    "case, participants, entries, assessments, assignment, access entry and key of an intake");
        }
    }

    /** One step of a woman who finds a broker and loses him again. */
    private final class Step implements Save {
        private final UUID once = UUID.randomUUID();
        private final Journey journey;
        private final int version;

        private Step(Journey journey) {
            this.journey = journey;
            this.version = journey.version;
        }

        @Override
        public boolean send() {
            String stage = (version - journey.first) % 2 == 0 ? "BROKER" : "CONTACT";
            Caller.Answer answer = haneul.post(
                    "/cases/" + journey.number + "/stages/new?stage=" + stage,
                    "once",
                    once.toString(),
                    "who[]",
                    journey.participant + "." + version,
                    "happened",
                    Intake.today(),
                    "happened.qualifier",
                    "EXACT",
                    "happened.words",
                    "",
                    "place",
                    "",
                    "place.country",
                    "CN",
                    "knownOn",
                    Intake.today(),
                    "certainty",
                    "CONFIRMED",
                    "reason",
                    "told by a relative");
            assertEquals(303, answer.status(), "the answer to a stage");
            journey.version = version + 1;
            return true;
        }

        @Override
        public void assertOnceAndWhole() throws SQLException {
            assertEquals(
                    "1",
                    Intake.value(
                            "select count(*) from stage_entry where participant_id = ? and position = ?",
                            UUID.fromString(journey.participant),
                            version - journey.first + 2),
                    "a stage that was acknowledged");
        }
    }

    /** The journey on which one client records step after step. */
    private static final class Journey {
        private final String number;
        private final String participant;
        private final int first;
        private volatile int version;

        private Journey(Caller caseworker) throws SQLException {
            this.number = Intake.opensCase(caseworker);
            this.participant = Intake.value(
                    "select p.id from participant p join case_file c on c.id = p.case_id"
                            + " where c.number = ? and p.label = 'A'",
                    number);
            this.first = Integer.parseInt(
                    Intake.value("select version from participant where id = ?", UUID.fromString(participant)));
            this.version = first;
        }

        /** The participant stands on the last entry, and each step has its entry in the access log. */
        void assertWhole() throws SQLException {
            assertEquals(
                    "t t t",
                    Intake.value("""
                            select p.position = (select count(*) from stage_entry e where e.participant_id = p.id),
                                e.position = p.position and e.stage = p.stage and c.stage in (p.stage, 'CONTACT', 'BROKER'),
                                (select count(*) from access_entry l where c.number = any (l.case_refs)
                                    and l.action = 'CHANGE' and 'JOURNEY' = any (l.field_groups)) = p.position - 1
                            from participant p join case_file c on c.id = p.case_id
                                join stage_entry e on e.id = p.standing_entry
                            where p.id = ?
                            """, UUID.fromString(participant)),
                    "a journey, what stands of it, and its entries in the access log");
        }
    }

    @Test
    void whatever_was_acknowledged_survives_a_kill_and_nothing_is_half_saved() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        haneul = Caller.signedIn("haneul");
        List<Journey> journeys = new ArrayList<>();
        Timestamp begin = Timestamp.valueOf(Intake.value("select clock_timestamp()::timestamp"));
        for (int i = 0; i < WRITERS_OF_EACH_KIND; i++) {
            journeys.add(new Journey(haneul));
        }

        for (int round = 1; round <= ROUNDS; round++) {
            List<Save> before = List.copyOf(interrupted);
            killInMidSave(journeys, EARLIEST_KILL_MS + random.nextInt(LATEST_KILL_MS - EARLIEST_KILL_MS));
            Stack.running().restartApplication();
            String where = "round " + round + " of seed " + seed;

            assertEquals(200, haneul.get("/cases").status(), () -> "still signed in after " + where);
            assertEquals(303, haneul.get("/sign-in").status(), () -> "no form of Keycloak again after " + where);
            for (Save each : acknowledged) {
                each.assertOnceAndWhole();
            }
            for (Save each : interrupted) {
                if (!before.contains(each)) {
                    assertTrue(each.send(), where);
                    each.assertOnceAndWhole();
                }
            }
            for (Journey each : journeys) {
                each.assertWhole();
            }
            Set<String> stored = new HashSet<>(Intake.rows("select number from case_file where opened_at > ?", begin));
            journeys.forEach(each -> stored.remove(each.number));
            assertEquals(opened, stored, () -> "an intake is stored once, and none that nobody sent, in " + where);
            assertEquals(List.of(), halves(), where);
            acknowledged.clear();
        }
        assertFalse(interrupted.isEmpty(), "no save was interrupted: the experiment proved nothing");
    }

    private void killInMidSave(List<Journey> journeys, int delay) throws Exception {
        int clients = journeys.size() * 2;
        CountDownLatch allSave = new CountDownLatch(clients);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> ended = IntStream.range(0, journeys.size())
                    .mapToObj(nth -> List.<Future<?>>of(
                            threads.submit(() -> saveUntilTheEnd(Opening::new, allSave)),
                            threads.submit(() -> saveUntilTheEnd(() -> new Step(journeys.get(nth)), allSave))))
                    .flatMap(List::stream)
                    .toList();
            assertTrue(allSave.await(60, TimeUnit.SECONDS), "every client has saved something");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
            Stack.running().killApplication();
            for (Future<?> each : ended) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Saves one thing after another until no answer comes. */
    private void saveUntilTheEnd(Supplier<Save> next, CountDownLatch saved) {
        for (int nth = 0; nth < MOST_SAVES; nth++) {
            Save save = next.get();
            try {
                save.send();
            } catch (UncheckedIOException killed) {
                interrupted.add(save);
                return;
            }
            acknowledged.add(save);
            if (nth == 0) {
                saved.countDown();
            }
        }
    }

    /** Cases that lack what each case has from its first moment. */
    private static List<String> halves() throws SQLException {
        return Intake.rows("""
                select c.number from case_file c
                where not exists (select from participant p where p.case_id = c.id)
                    or not exists (select from assignment a where a.case_id = c.id)
                    or not exists (select from access_entry l where c.number = any (l.case_refs) and l.action = 'CREATE')
                    or exists (select from participant p where p.case_id = c.id and not exists
                        (select from stage_entry e where e.id = p.standing_entry and e.participant_id = p.id
                            and e.stage = p.stage and e.position = p.position))
                """);
    }
}
