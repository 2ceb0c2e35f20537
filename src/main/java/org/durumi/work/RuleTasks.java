package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.Signed;
import org.durumi.vault.Recording;

/**
 * Makes the tasks that rules ask for, one for each matter, and ends those whose rule holds no more, in the transaction of the change or of the job
 * that a day has brought.
 */
@ApplicationScoped
public class RuleTasks {
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
     * @param recording of the system, which read the case to find what rules ask for
     */
    public void follow(CaseFile file, Set<TaskKind> kinds, List<Duty> duties, Recording recording) {
        List<Task> known = recording.key().opened(rows.tasks(file.id())).stream()
                .filter(each -> kinds.contains(each.kind()))
                .toList();
        known.stream()
                .filter(each -> each.isOpen() && duties.stream().noneMatch(duty -> duty.isOf(each)))
                .forEach(each -> {
                    each.end(each.kind().over().orElseThrow(), recording);
                    rows.save(each);
                });
        LocalDate today = LocalDate.now(clock);
        duties.stream()
                .filter(duty -> known.stream().noneMatch(each -> each.isOpen() && duty.isOf(each)))
                .filter(duty -> !begins(duty, known).isAfter(today))
                .forEach(duty -> rows.add(Task.byRule(file, duty, recording, today)));
        days(duties, known)
                .filter(today::isBefore)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> lookOn(file.id(), day));
    }

    /** On that day the case is looked at anew. */
    void lookOn(CaseId caseId, LocalDate day) {
        jobs.ask(caseId, day.atStartOfDay(clock.getZone()).toInstant());
    }

    /** The days on which something begins or is over. */
    private Stream<LocalDate> days(List<Duty> duties, Collection<Task> known) {
        return duties.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(begins(each, known)), each.last().map(last -> last.plusDays(1)).stream()));
    }

    /** What somebody settled keeps it away for a while. */
    private LocalDate begins(Duty duty, Collection<Task> known) {
        return known.stream()
                .filter(duty::isSettledBy)
                .flatMap(each -> each.settled().map(Signed::at).stream())
                .map(at -> comesAgain(LocalDate.ofInstant(at, clock.getZone())))
                .max(Comparator.naturalOrder())
                .filter(duty.from()::isBefore)
                .orElse(duty.from());
    }

    static LocalDate comesAgain(LocalDate settled) {
        return settled.plusDays(Duty.DAYS_AWAY);
    }
}
