package org.durumi.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.bench.MonthPerson.Act;
import org.durumi.bench.MonthPerson.Kind;
import org.durumi.bench.MonthPerson.Spell;
import org.durumi.bench.MonthSteps.Told;
import org.durumi.bench.MonthSteps.Which;
import org.durumi.bench.Rhythm.Step;
import org.durumi.work.CheckInLevel;

/** Compares what others were told in a simulated month with what follows from what people did: each step once, in time, and no other. */
final class MonthCheck {
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final NavigableSet<Instant> ticks;
    private final List<MonthNode.Outage> outages;
    private final List<String> complaints;
    private final List<Duration> late = new ArrayList<>();
    private final List<Duration> lateAfterRestart = new ArrayList<>();
    private int misses;
    private int steps;

    /** @param ticks the moments after which everything that was due then had been done */
    MonthCheck(NavigableSet<Instant> ticks, List<MonthNode.Outage> outages, List<String> complaints) {
        this.ticks = ticks;
        this.outages = outages;
        this.complaints = complaints;
    }

    /** Looks through everything that was told of somebody until a moment. */
    void compare(MonthPerson person, List<Told> told, Instant end) {
        Map<Which, Told> missed = new HashMap<>();
        for (Told each : told) {
            if (each.cause().equals("MISSED") && missed.put(each.which(), each) != null) {
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
