package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.identity.Actor;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;

/**
 * Makes the tasks that rules ask for, one for each matter, and ends those whose rule holds no more, in the transaction of the change or of the job
 * that a day has brought.
 */
@ApplicationScoped
public class RuleTasks {
    /** Who records them: that stands in clear, and tells a list what no person and no arrest asks for. */
    static final UserId RULES = Actor.system("risk").id();

    @Inject
    TaskRows rows;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /**
     * Brings the tasks of some kinds into line with all that rules of these kinds ask for now. What is to begin or to end on another day, a job
     * looks at then.
     *
     * @param distrusted whether somebody changed the case past the application, and nobody has looked at it yet: until then nothing ends
     * @param recording of the system, which read the case to find what rules ask for
     */
    public void follow(CaseFile file, Set<TaskKind> kinds, List<Duty> duties, boolean distrusted, Recording recording) {
        List<Task> known = recording.key().opened(rows.tasks(file.id())).stream()
                .filter(each -> kinds.contains(each.kind()))
                .toList();
        List<Task> open = known.stream().filter(Task::isOpen).toList();
        Map<Task, LocalDate> settled = settled(known);
        LocalDate today = LocalDate.now(clock);
        if (!distrusted) {
            open.stream()
                    .filter(each -> duties.stream().noneMatch(duty -> duty.isOf(each)))
                    .forEach(each -> end(each, each.kind().over().orElseThrow(), recording));
        }
        for (Duty duty : duties) {
            List<Task> asking = open.stream().filter(duty::isOf).toList();
            if (asking.isEmpty() || !distrusted) {
                duty.on(today, settled)
                        .filter(now -> asking.stream().noneMatch(now::isSaidBy))
                        .ifPresent(now -> ask(file, now, asking, recording));
            }
        }
        duties.stream()
                .flatMap(each -> each.daysAfter(today, settled))
                .min(Comparator.naturalOrder())
                .ifPresent(day -> lookOn(file.id(), day));
    }

    /** Asks for what counts now, in the place of what was asked before, and no later than that. */
    private void ask(CaseFile file, Duty duty, List<Task> before, Recording recording) {
        before.forEach(each -> end(each, TaskEnd.RENEWED, recording));
        LocalDate due = Stream.concat(before.stream().map(Task::due), Stream.of(duty.due(LocalDate.now(clock))))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        rows.add(Task.byRule(file, duty, recording, due));
    }

    private void end(Task task, TaskEnd why, Recording recording) {
        task.end(why, recording);
        rows.save(task);
    }

    /** What somebody settled, by the day on which it may come again. */
    private Map<Task, LocalDate> settled(Collection<Task> known) {
        return known.stream()
                .filter(Task::isSettledBySomebody)
                .collect(Collectors.toMap(
                        Function.identity(),
                        each -> comesAgain(LocalDate.ofInstant(
                                each.settled().map(Signed::at).orElseThrow(), clock.getZone()))));
    }

    /** On that day the case is looked at anew; at once if it has begun. */
    public void lookOn(CaseId caseId, LocalDate day) {
        jobs.ask(caseId, day.atStartOfDay(clock.getZone()).toInstant(), true);
    }

    /** The case is looked at anew with what has happened: something was found in it by somebody who only reads. */
    public void lookNow(CaseId caseId) {
        jobs.ask(caseId, clock.instant(), false);
    }

    static LocalDate comesAgain(LocalDate settled) {
        return settled.plusDays(Duty.DAYS_AWAY);
    }
}
