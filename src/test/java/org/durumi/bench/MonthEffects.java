package org.durumi.bench;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.durumi.bench.MonthPerson.Act;
import org.durumi.bench.MonthPerson.Kind;
import org.durumi.bench.MonthSteps.Told;
import org.durumi.jdbc.Statements;
import org.durumi.work.CheckInLevel;

/** Compares what is stored after a simulated month with what people did: everything that was acknowledged is there, and once. */
final class MonthEffects {
    private static final int TASKS_OF_AN_ARREST = 4;

    private final Statements database;
    private final List<String> complaints;
    private int alerts;

    /** Something from which the risk of somebody follows. */
    private record Event(Instant at, boolean missed, Kind kind) {}

    MonthEffects(Connection database, List<String> complaints) {
        this.database = Statements.on(database);
        this.complaints = complaints;
    }

    int alerts() {
        return alerts;
    }

    /** Nothing that must follow a change still waits. */
    void nothingWaits() {
        is(0, "jobs that wait", "select count(*) from job where not by_day");
    }

    void compare(MonthPerson person, List<Told> told) {
        UUID id = person.id;
        is(count(person, Kind::isCheckIn), "check-ins", "select count(*) from check_in where participant_id = ?", id);
        is(
                count(person, Kind.AGREED::equals),
                "plans",
                "select count(*) from check_in_plan where participant_id = ?",
                id);
        is(
                TASKS_OF_AN_ARREST * count(person, Kind.ARRESTED::equals),
                "tasks of an arrest",
                "select count(*) from task where case_id = ? and recorded_by <> 'risk'",
                person.caseId);
        is(
                1 + count(person, each -> each == Kind.ARRESTED || each == Kind.FREE),
                "entries of the journey",
                "select count(*) from stage_entry where participant_id = ?",
                id);
        is(
                1,
                "standing assessments",
                "select count(*) from risk_assessment where participant_id = ? and superseded_at is null",
                id);
        person.acts.forEach(act -> logged(person, act));
        if (count(person, Kind.ARRESTED::equals) == 0) {
            alerted(person, told);
        }
    }

    private void logged(MonthPerson person, Act act) {
        long entries = number("""
                select count(*) from access_entry
                where actor = ? and ? = any (case_refs) and action in ('CHANGE', 'CREATE') and outcome = 'DONE'
                    and recorded_at between ? and ?
                """, act.by(), person.number, act.sent(), act.answered());
        if (entries == 0) {
            complaints.add("no entry of the access log says that somebody did this: " + act.kind());
        }
    }

    /** One alert for each time that two check-ins in a row were missed, or that somebody was under duress; open as long as it is so. */
    private void alerted(MonthPerson person, List<Told> told) {
        List<Event> events = new ArrayList<>();
        person.acts.forEach(act -> events.add(new Event(act.recorded(), false, act.kind())));
        told.stream()
                .filter(each -> each.cause().equals("MISSED") && each.level() == CheckInLevel.CASEWORKERS)
                .forEach(each -> events.add(new Event(each.at(), true, Kind.OPENED)));
        events.sort(java.util.Comparator.comparing(Event::at));
        int missed = 0;
        int raised = 0;
        boolean duress = false;
        boolean answered = false;
        boolean open = false;
        for (Event event : events) {
            missed += event.missed() ? 1 : 0;
            switch (event.kind()) {
                case DURESS -> {
                    duress = true;
                    answered = false;
                }
                case ANSWERED -> answered = true;
                case WELL, THIRD_PARTY -> {
                    if (!duress || answered) {
                        missed = 0;
                        duress = false;
                    }
                }
                default -> {
                    // Says nothing of whether they are well.
                }
            }
            boolean wanted = duress || missed >= 2;
            raised += wanted && !open ? 1 : 0;
            open = wanted;
        }
        alerts += raised;
        is(
                raised,
                "alerts",
                "select count(*) from risk_alert where participant_id = ? and rule_group = 'CHECK_IN'",
                person.id);
        is(
                open ? 1 : 0,
                "open alerts",
                "select count(*) from risk_alert where participant_id = ? and rule_group = 'CHECK_IN' and lapsed_at is null",
                person.id);
    }

    private static int count(MonthPerson person, java.util.function.Predicate<Kind> kind) {
        return (int) person.acts.stream().filter(act -> kind.test(act.kind())).count();
    }

    private void is(long wanted, String what, String sql, Object... arguments) {
        long there = number(sql, arguments);
        if (there != wanted) {
            complaints.add(what + ": " + there + " instead of " + wanted);
        }
    }

    private long number(String sql, Object... arguments) {
        return database.list(row -> row.getLong(1), sql, arguments).getFirst();
    }

    /** When the mail came that says what somebody was told on the pages; complains if there is none. */
    Instant mailed(MonthPerson person, Told told, List<MonthMail.Mail> ofWhom) {
        String line = (told.cause().equals("DURESS") ? "A check-in under duress: " : "A check-in is overdue: ")
                + person.number;
        return ofWhom.stream()
                .filter(each -> !each.sent().isBefore(told.at().minusSeconds(1)))
                .filter(each -> each.body().contains(line) || each.body().contains("\nAnd "))
                .map(MonthMail.Mail::sent)
                .min(Instant::compareTo)
                .orElseGet(() -> {
                    complaints.add("no mail says it: " + told.level());
                    return told.at();
                });
    }
}
