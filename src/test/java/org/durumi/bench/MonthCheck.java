package org.durumi.bench;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.bench.MonthPerson.Act;
import org.durumi.bench.MonthPerson.Kind;
import org.durumi.bench.MonthPerson.Spell;
import org.durumi.bench.Rhythm.Step;
import org.durumi.jdbc.Statements;
import org.durumi.work.CheckInLevel;

/** Compares what others were told in a simulated month with what follows from what people did: each step once, in time, and no other. */
final class MonthCheck {
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final Connection database;
    private final NavigableSet<Instant> ticks;
    private final List<MonthNode.Outage> outages;
    private final List<String> complaints;
    private final List<Duration> late = new ArrayList<>();
    private final List<Duration> lateAfterRestart = new ArrayList<>();
    private int misses;
    private int steps;

    /** What the database holds: somebody was told. */
    record Told(String cause, Instant due, CheckInLevel level, Instant at, Set<String> whom) {}

    private record Which(Instant due, CheckInLevel level) {}

    /** @param ticks the moments after which everything that was due then had been done */
    MonthCheck(
            Connection database, NavigableSet<Instant> ticks, List<MonthNode.Outage> outages, List<String> complaints) {
        this.database = database;
        this.ticks = ticks;
        this.outages = outages;
        this.complaints = complaints;
    }

    /** How many steps of those that are due before a moment were not taken. */
    int missing(Collection<MonthPerson> people, Instant moment) {
        int missing = 0;
        for (MonthPerson person : people) {
            Optional<Spell> spell = person.spell();
            if (spell.isPresent() && person.rhythm.lastGrace(spell.get().due).isBefore(moment)) {
                Set<Which> taken = new HashSet<>();
                told(person.id).forEach(each -> taken.add(new Which(each.due(), each.level())));
                missing += (int) person.rhythm.steps(spell.get().due, moment, person.hasDeputy()).stream()
                        .filter(each -> !taken.contains(new Which(each.due(), each.level())))
                        .count();
            }
        }
        return missing;
    }

    /** Looks through everything that was told of somebody until a moment. */
    List<Told> compare(MonthPerson person, Instant end) {
        List<Told> told = new ArrayList<>(told(person.id));
        told.removeIf(each -> each.at().isAfter(end));
        Map<Which, Told> missed = new HashMap<>();
        for (Told each : told) {
            if (each.cause().equals("MISSED") && missed.put(new Which(each.due(), each.level()), each) != null) {
                complaints.add("twice: " + each.level());
            }
        }
        for (Spell spell : person.spells) {
            Instant until = spell.end.isBefore(end) ? spell.end : end;
            for (Step step : person.rhythm.steps(spell.due, until, person.hasDeputy())) {
                compare(person, step, Optional.ofNullable(missed.remove(new Which(step.due(), step.level()))), until);
            }
        }
        missed.values()
                .forEach(each -> complaints.add(
                        "never due: " + each.level() + " of a check-in at " + each.due() + ", told at " + each.at()));
        compareDuress(person, told);
        return told;
    }

    private void compare(MonthPerson person, Step step, Optional<Told> told, Instant until) {
        Instant tick = ticks.ceiling(step.time());
        if (told.isEmpty()) {
            // Heard of after its time, and before anybody looked: nobody need be told.
            if (tick != null && tick.isBefore(until)) {
                complaints.add("lost: " + step.level() + " of " + step.time());
            }
            return;
        }
        steps++;
        if (step.level() == CheckInLevel.CASEWORKERS) {
            misses++;
        }
        Instant at = told.get().at();
        if (at.isBefore(step.time())) {
            complaints.add("too early: " + step.level() + " of " + step.time() + " at " + at);
        }
        if (!told.get().whom().equals(MonthStaff.told(person.caseworker, step.level(), false))) {
            complaints.add("others were told than should be: " + step.level());
        }
        Optional<Instant> back = outages.stream()
                .filter(each ->
                        !step.time().isBefore(each.from()) && step.time().isBefore(each.until()))
                .map(MonthNode.Outage::until)
                .max(Instant::compareTo);
        Duration by = Duration.between(back.orElse(step.time()), at);
        if (by.compareTo(IN_TIME) > 0) {
            complaints.add("late by " + by + ": " + step.level() + " of " + step.time());
        }
        (back.isPresent() ? lateAfterRestart : late).add(by);
    }

    private void compareDuress(MonthPerson person, List<Told> told) {
        List<Told> duress =
                told.stream().filter(each -> each.cause().equals("DURESS")).toList();
        List<Instant> said = person.acts.stream()
                .filter(each -> each.kind() == Kind.DURESS)
                .map(Act::recorded)
                .toList();
        Set<String> everybody = MonthStaff.told(person.caseworker, CheckInLevel.EVERY_SUPERVISOR, true);
        if (!duress.stream().map(Told::at).sorted().toList().equals(said)
                || duress.stream().anyMatch(each -> !each.whom().equals(everybody))) {
            complaints.add("duress was not told once to everybody");
        }
    }

    private List<Told> told(UUID participant) {
        return Statements.on(database)
                .list(
                        row -> new Told(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                CheckInLevel.valueOf(row.getString(3)),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                new HashSet<>(
                                        Arrays.asList((String[]) row.getArray(5).getArray()))),
                        """
                        select cause, due_at, step, at,
                            array(select user_id::text from notice n where n.step_id = s.id order by user_id)
                        from check_in_step s where participant_id = ? order by at
                        """,
                        participant);
    }

    int misses() {
        return misses;
    }

    int steps() {
        return steps;
    }

    /** How much later than their time the steps were taken. */
    List<Duration> late() {
        return late;
    }

    /** How much later than a restart those were taken whose time was before it. */
    List<Duration> lateAfterRestart() {
        return lateAfterRestart;
    }
}
