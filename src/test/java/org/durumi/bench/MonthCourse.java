package org.durumi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.durumi.bench.MonthKills.Blow;
import org.durumi.jdbc.Statements;
import org.durumi.vault.GeneratedKeys;

/** The course of a simulated month: the clock goes from one moment to the next at which somebody does something or others must be told. */
final class MonthCourse {
    private static final Duration QUIET = Duration.ofHours(6);
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    /** So often it waits for what does not come: what follows says nothing new, and each time takes a minute. */
    private static final int MOST_IN_VAIN = 3;

    private static final List<Blow> BLOWS = List.of(
            Blow.SAVE, Blow.SAVE, Blow.SAVE, Blow.CLIMB, Blow.CLIMB, Blow.JOB, Blow.JOB, Blow.MAIL, Blow.NOTHING);

    private final MonthOptions options;
    private final MonthMail mail;
    private final MonthNode node;
    private final Connection database;
    private final Random chance;
    private final MonthActs acts;
    private final MonthKills kills;
    private final MonthSteps steps;
    private final MonthCheck check;
    private final List<MonthPerson> people = new ArrayList<>();
    private final List<Instant> blows = new ArrayList<>();
    private final NavigableSet<Instant> ticks = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();
    private Optional<MonthPerson> acting = Optional.empty();
    private Duration worstReal = Duration.ZERO;
    private int inVain;

    MonthCourse(MonthOptions options, MonthNode node, MonthMail mail) throws SQLException {
        this.options = options;
        this.node = node;
        this.mail = mail;
        database = node.superuser();
        chance = new Random(options.seed());
        acts = new MonthActs(node, database, this::restart);
        kills = new MonthKills(node, mail, new Random(options.seed() + 1));
        steps = new MonthSteps(database);
        check = new MonthCheck(ticks, node.outages(), complaints);
    }

    List<MonthPerson> people() {
        return people;
    }

    MonthSteps steps() {
        return steps;
    }

    MonthCheck check() {
        return check;
    }

    List<String> complaints() {
        return complaints;
    }

    MonthKills kills() {
        return kills;
    }

    int refused() {
        return acts.refused();
    }

    /** How long it took at most after a restart until everything was done that had fallen due. */
    Duration worstReal() {
        return worstReal;
    }

    void pass() throws Exception {
        MonthStaff.add(database, new GeneratedKeys(node.servers().keys()));
        node.start();
        begin();
        Instant end = node.now().plus(Duration.ofDays(options.days()));
        for (int nth = 0; nth < options.kills(); nth++) {
            blows.add(node.now()
                    .plus(part(Duration.ofDays(options.days()).multipliedBy(97).dividedBy(100))));
        }
        blows.sort(Comparator.reverseOrder());
        int day = 0;
        long latest = System.nanoTime() + Duration.ofMinutes(options.minutes()).toNanos();
        while (node.now().isBefore(end) && System.nanoTime() < latest && inVain < MOST_IN_VAIN) {
            goOn(end);
            int now = options.days() - (int) Duration.between(node.now(), end).toDays();
            if (now != day) {
                day = now;
                System.err.printf(
                        "day %d, %d kills, %d complaints%n", day, node.outages().size(), complaints.size());
            }
        }
        if (node.now().isBefore(end)) {
            complaints.add("not all days have passed: of " + options.days() + " only " + (day - 1));
        }
        tick(node.now().plusSeconds(1));
    }

    private void begin() throws Exception {
        acts.nameDeputies();
        List<String> staff = MonthStaff.everybody();
        for (int nth = 0; nth < staff.size(); nth++) {
            Optional<String> rhythm = MonthReport.rhythm(nth);
            if (rhythm.isPresent()) {
                acts.wantsMail(staff.get(nth), rhythm.get(), mail);
            }
        }
        for (int nth = 0; nth < options.cases(); nth++) {
            Optional<Instant> arrest = nth % 8 == 7
                    ? Optional.of(node.now().plus(part(Duration.ofDays(options.days()))))
                    : Optional.empty();
            people.add(acts.opens(nth % MonthStaff.CASEWORKERS, new Random(options.seed() * 1000 + nth), arrest));
        }
    }

    /** Does what comes next, be it something that people do or that others must be told of. */
    private void goOn(Instant end) throws Exception {
        MonthPerson next = people.stream()
                .min(Comparator.comparing(each -> each.next().at()))
                .orElseThrow();
        Instant now = node.now();
        Optional<Instant> step = people.stream()
                .flatMap(each -> each.nextStep(node.lastTick()).stream())
                .min(Instant::compareTo);
        Instant act = next.next().at();
        Instant until = earliest(end, now.plus(QUIET));
        boolean struck = !blows.isEmpty() && blows.getLast().isBefore(now);
        if (step.isPresent() && step.get().isBefore(act) && step.get().isBefore(until)) {
            tell(step.get(), struck);
        } else if (act.isBefore(until)) {
            act(next, struck);
        } else {
            tick(until);
        }
    }

    /** The clock looks every twenty seconds: somewhere in the twenty before it is time, and in the twenty after. */
    private void tell(Instant time, boolean struck) throws Exception {
        if (chance.nextInt(3) == 0 && time.minusSeconds(21).isAfter(node.now())) {
            tick(time.minus(part(Duration.ofSeconds(20))).minusMillis(50));
        }
        if (struck) {
            strike(false);
        }
        tick(latest(node.now(), time.plus(part(Duration.ofSeconds(19)))));
        kills.done();
        restart();
    }

    private void act(MonthPerson person, boolean struck) throws Exception {
        if (person.next().at().isAfter(node.now())) {
            tick(person.next().at());
        }
        if (struck) {
            strike(true);
        }
        acting = Optional.of(person);
        acts.does(person, complaints);
        acting = Optional.empty();
        kills.done();
        restart();
        awaitQuiet();
    }

    /** A kill that has to be in the midst of something else waits for it. */
    private void strike(boolean saving) {
        Blow blow = BLOWS.get(Math.floorMod(blows.size() * 7 + options.seed(), BLOWS.size()));
        if (blow == Blow.NOTHING || saving == (blow == Blow.SAVE)) {
            blows.removeLast();
            kills.arm(blow);
        }
    }

    private void tick(Instant moment) throws Exception {
        if (!node.moveTo(moment)) {
            restart();
            return;
        }
        ticks.add(node.lastTick());
        awaitQuiet();
    }

    /** Mails go on a thread of their own: time does not jump on meanwhile. */
    private void awaitQuiet() {
        awaitDone(people, node.lastTick(), "after a step of the clock");
    }

    /**
     * Waits until everything is done that was due, or the application is dead; after a minute it complains of what is not.
     *
     * @param of whose steps it looks at
     * @param last until when steps must be taken
     */
    private void awaitDone(List<MonthPerson> of, Instant last, String when) {
        long end = System.nanoTime() + IN_TIME.toNanos();
        Optional<String> undone = undone(of, last);
        while (node.isAlive() && undone.isPresent()) {
            if (System.nanoTime() > end) {
                inVain++;
                complaints.add("a minute " + when + " was not done what was due before: " + undone.get());
                return;
            }
            LockSupport.parkNanos(2_000_000);
            undone = undone(of, last);
        }
    }

    /**
     * What was due and is not done; empty if everything is. A job that failed has its time to be tried again, and one of a
     * day waits for that day. A step is taken a little after
     * the clock was moved, so that its mail is due a little later, too: what is due by now counts.
     */
    private Optional<String> undone(List<MonthPerson> of, Instant last) {
        Instant now = node.now();
        int missing = steps.missing(of, last);
        return Statements.on(database)
                .list(
                        row -> missing + row.getInt(1) + row.getInt(2) == 0
                                ? Optional.<String>empty()
                                : Optional.of(
                                        missing + " steps, " + row.getInt(1) + " jobs, " + row.getInt(2) + " mails"),
                        "select (select count(*) from job where failures = 0 and not by_day or due_at <= ?), (select count(*) from mail where due_at <= ?)",
                        now,
                        now)
                .getFirst();
    }

    /** Brings the application back if it is dead, some time later, and waits until what others must be told is told. */
    private void restart() throws Exception {
        if (node.isAlive()) {
            return;
        }
        kills.done();
        boolean longer = chance.nextInt(4) == 0;
        Instant back = node.restart(longer ? part(Duration.ofHours(3)) : Duration.ZERO);
        List<MonthPerson> others = people.stream()
                .filter(each -> acting.filter(each::equals).isEmpty())
                .toList();
        long begin = System.nanoTime();
        awaitDone(others, back, "after a restart");
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        worstReal = taken.compareTo(worstReal) > 0 ? taken : worstReal;
    }

    private Duration part(Duration of) {
        return Duration.ofMillis((long) (of.toMillis() * chance.nextDouble()));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
