package org.durumi.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Somebody in a simulated month: what was agreed with them, what has been done, and what is done next. */
final class MonthPerson {
    final int caseworker;
    final String number;
    final UUID caseId;
    final UUID id;
    final Rhythm rhythm;
    final List<Act> acts = new ArrayList<>();
    final List<Spell> spells = new ArrayList<>();

    /** Nobody looks further ahead. */
    private static final Duration HORIZON = Duration.ofHours(7);

    private final Random chance;
    private final Optional<Instant> arrest;
    private Plan plan;

    /** What people do. */
    enum Kind {
        OPENED,
        AGREED,
        WELL,
        THIRD_PARTY,
        DURESS,
        ANSWERED,
        PAUSED,
        ENDED,
        ARRESTED,
        FREE;

        boolean isCheckIn() {
            return this == WELL || this == THIRD_PARTY || this == DURESS || this == ANSWERED || this == PAUSED;
        }
    }

    /** What is done next, when and by whom. */
    record Plan(Kind kind, Instant at, String by, int hours) {}

    /** What was done: sent and acknowledged between two moments, and as the application recorded it. */
    record Act(Kind kind, String by, Instant sent, Instant answered, Instant recorded) {}

    /** Somebody is awaited: first due at a moment, until something else is said. */
    static final class Spell {
        final Instant due;
        final Instant begin;
        Instant end = Instant.MAX;

        Spell(Instant due, Instant begin) {
            this.due = due;
            this.begin = begin;
        }
    }

    MonthPerson(
            int caseworker, String number, UUID caseId, UUID id, Random chance, Optional<Instant> arrest, Instant now) {
        this.caseworker = caseworker;
        this.number = number;
        this.caseId = caseId;
        this.id = id;
        this.chance = chance;
        this.arrest = arrest;
        this.rhythm = Rhythm.any(chance);
        this.plan = new Plan(Kind.AGREED, now, worker(), 0);
    }

    String worker() {
        return MonthStaff.caseworker(caseworker);
    }

    boolean hasDeputy() {
        return MonthStaff.DEPUTIES.containsKey(worker());
    }

    Plan next() {
        return plan;
    }

    Optional<Spell> spell() {
        return spells.isEmpty() || !spells.getLast().end.equals(Instant.MAX)
                ? Optional.empty()
                : Optional.of(spells.getLast());
    }

    /** When others must be told next that they were not heard of, after a moment; empty if nobody awaits them. */
    Optional<Instant> nextStep(Instant after) {
        return spell().flatMap(awaited -> rhythm.steps(awaited.due, after.plus(HORIZON), hasDeputy()).stream()
                .map(Rhythm.Step::time)
                .filter(each -> each.isAfter(after))
                .min(Instant::compareTo));
    }

    /** Something was done: from now on they are awaited otherwise. */
    void did(Act act, Optional<Instant> due) {
        acts.add(act);
        if (act.kind() != Kind.ANSWERED) {
            spell().ifPresent(each -> each.end = act.recorded());
            due.ifPresent(each -> spells.add(new Spell(each, act.recorded())));
        }
        plan = decide(act.recorded());
    }

    private Plan decide(Instant now) {
        Kind last = acts.getLast().kind();
        if (last == Kind.DURESS) {
            return new Plan(Kind.ANSWERED, later(now, 1, 10), supervisor().orElseThrow(), 0);
        } else if (last == Kind.ENDED) {
            return new Plan(Kind.AGREED, later(now, 6, 48), worker(), 0);
        } else if (last == Kind.ARRESTED) {
            return new Plan(Kind.FREE, later(now, 24, 96), worker(), 0);
        }
        Plan wanted = heard(now, spell().orElseThrow().due);
        boolean arrestedBefore = acts.stream().anyMatch(each -> each.kind() == Kind.ARRESTED);
        return arrest.filter(each -> !arrestedBefore && each.isBefore(wanted.at()))
                .map(each -> new Plan(Kind.ARRESTED, each.isAfter(now) ? each : now, worker(), 0))
                .orElse(wanted);
    }

    /** Mostly all is well. */
    private Plan heard(Instant now, Instant due) {
        int fate = chance.nextInt(1000);
        Instant before = soonest(now, due.minus(part(rhythm.interval(), 0.3)));
        Instant late = rhythm.lastGrace(due);
        String anybody = chance.nextInt(3) == 0 ? supervisor().orElse(worker()) : worker();
        if (fate < 20) {
            return new Plan(Kind.PAUSED, before, worker(), 12 + chance.nextInt(60));
        } else if (fate < 28) {
            return new Plan(Kind.ENDED, before, worker(), 0);
        } else if (fate < 48 && supervisor().isPresent()) {
            return new Plan(Kind.DURESS, before, worker(), 0);
        } else if (fate < 110) {
            return new Plan(Kind.THIRD_PARTY, before, anybody, 0);
        } else if (fate < 210) {
            return new Plan(Kind.WELL, late.plus(part(Duration.ofHours(3), 1)), anybody, 0);
        } else if (fate < 250) {
            Duration long_ = rhythm.interval().plus(part(rhythm.interval().multipliedBy(5), 0.5));
            return new Plan(Kind.WELL, late.plus(long_), anybody, 0);
        } else if (fate < 300) {
            return new Plan(Kind.WELL, due.plus(part(Duration.ofMinutes(rhythm.grace()), 0.9)), worker(), 0);
        }
        return new Plan(Kind.WELL, before, worker(), 0);
    }

    private Optional<String> supervisor() {
        return MonthStaff.supervisorOf(caseworker);
    }

    private Duration part(Duration of, double most) {
        return Duration.ofMillis((long) (of.toMillis() * most * chance.nextDouble()));
    }

    private Instant later(Instant now, int fromHours, int toHours) {
        return now.plus(Duration.ofHours(fromHours)).plus(part(Duration.ofHours(toHours - fromHours), 1));
    }

    private static Instant soonest(Instant now, Instant wanted) {
        return wanted.isAfter(now) ? wanted : now;
    }
}
