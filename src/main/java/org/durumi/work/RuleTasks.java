package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
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
    private static final Actor SYSTEM = Actor.system("risk");

    /** Who records them: that stands in clear, and tells a list what no person and no arrest asks for. */
    static final UserId RULES = SYSTEM.id();

    @Inject
    TaskRows rows;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * Brings the tasks of some kinds into line with all that rules of these kinds ask for now. What is to begin or to end on another day, a job
     * looks at then. An entry of the system says it if anything changes.
     *
     * @param distrusted whether somebody changed the case past the application, and nobody has looked at it yet: until then nothing ends
     * @param recording of the system, which read the case to find what rules ask for
     */
    public void follow(CaseFile file, Set<TaskKind> kinds, List<Duty> duties, boolean distrusted, Recording recording) {
        LocalDate today = LocalDate.now(clock);
        Instant away =
                today.minusDays(Duty.DAYS_AWAY).atStartOfDay(clock.getZone()).toInstant();
        List<Task> known = recording.key().opened(rows.recent(file.id(), away)).stream()
                .filter(each -> kinds.contains(each.kind()))
                .toList();
        List<Task> open = known.stream().filter(Task::isOpen).toList();
        Map<Task, LocalDate> settled = settled(known);
        List<Duty> now = duties.stream()
                .flatMap(each -> each.left(today, settled).stream())
                .toList();
        Map<Task, TaskEnd> over = distrusted ? Map.of() : over(open, now, today);
        List<Task> asked = now.stream()
                .filter(each -> each.hasBegun(today) && open.stream().noneMatch(each::isSaidBy))
                .map(each -> Task.byRule(file, each, recording, due(each, open, over, today)))
                .toList();
        over.forEach((task, why) -> {
            task.end(why, recording);
            rows.save(task);
        });
        asked.forEach(rows::add);
        if (!over.isEmpty() || !asked.isEmpty()) {
            log.changedAs(
                    SYSTEM, Access.of(AccessAction.CHANGE, AccessGroup.TASK).on(file.number()));
        }
        duties.stream()
                .flatMap(each -> each.daysAfter(today, settled))
                .min(Comparator.naturalOrder())
                .ifPresent(day -> lookOn(file.id(), day));
    }

    /** What nothing asks for any more, and what another one says or is about to say: of each duty one is enough. */
    private static Map<Task, TaskEnd> over(List<Task> open, List<Duty> now, LocalDate today) {
        Map<Task, TaskEnd> over = new LinkedHashMap<>();
        open.stream()
                .filter(each -> now.stream().noneMatch(duty -> duty.isOf(each)))
                .forEach(each -> over.put(each, each.kind().over().orElseThrow()));
        for (Duty duty : now) {
            Optional<Task> said = open.stream().filter(duty::isSaidBy).findFirst();
            if (said.isPresent() || duty.hasBegun(today)) {
                open.stream()
                        .filter(each ->
                                duty.isOf(each) && !said.filter(each::equals).isPresent())
                        .forEach(each -> over.put(each, TaskEnd.RENEWED));
            }
        }
        return over;
    }

    /** No later than what was asked in its place, and not before today: nothing is born late. */
    private static LocalDate due(Duty duty, List<Task> open, Map<Task, TaskEnd> over, LocalDate today) {
        return Stream.concat(
                        open.stream()
                                .filter(each -> duty.isOf(each) && over.containsKey(each))
                                .map(Task::due)
                                .map(each -> each.isBefore(today) ? today : each),
                        Stream.of(duty.due(today)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
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
