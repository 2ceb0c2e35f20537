package org.durumi.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;

/**
 * What a rule asks for in a case. As long as it does, one task of it is open, and not two.
 *
 * @param about what exactly: names of constants or identifiers, the most important first; empty if there is but one such matter in a case
 * @param whom those whom it concerns; nobody if it concerns the case as a whole
 * @param from the day on which it becomes a task
 * @param last the last day on which it is one; empty if only a change of the case ends it
 * @param since what somebody settled before then does not keep it away: it happened once more
 */
public record Duty(
        TaskKind kind,
        List<String> about,
        Set<ParticipantId> whom,
        LocalDate from,
        Optional<LocalDate> last,
        Instant since) {
    /** So much is named by one task; the next one names what is left. */
    static final int NAMED = 3;

    /** So long what somebody settled does not come again. */
    static final int DAYS_AWAY = 7;

    public Duty {
        about = List.copyOf(about);
        whom = Set.copyOf(whom);
    }

    /** One without an end of its own, which nothing raises again. */
    public static Duty of(TaskKind kind, List<String> about, Set<ParticipantId> whom, LocalDate from) {
        return new Duty(kind, about, whom, from, Optional.empty(), Instant.EPOCH);
    }

    /** What its task names. */
    List<String> named() {
        return about.subList(0, Math.min(about.size(), NAMED));
    }

    /** By when what begins today has to be done: the day before its last one, so that it stands in the lists in time. */
    LocalDate due(LocalDate today) {
        LocalDate due = last.map(each -> each.minusDays(1)).orElse(today.plusDays(kind.after()));
        return due.isBefore(today) ? today : due;
    }

    /** Whether a task asks for it: for some of what it is about. */
    boolean isOf(Task task) {
        return task.kind() == kind && (about.isEmpty() || task.about().stream().anyMatch(about::contains));
    }

    /** Whether a task says what counts most of it, and whom it concerns. */
    boolean isSaidBy(Task task) {
        return isOf(task) && task.whom().equals(whom) && about.stream().limit(1).allMatch(task.about()::contains);
    }

    /**
     * What of it is to be done on a day: all but what somebody settled a short while ago. Empty if that is nothing, or it begins later.
     *
     * @param settled whatever somebody settled in the case, by the day on which it may come again
     */
    Optional<Duty> on(LocalDate day, Map<Task, LocalDate> settled) {
        List<Task> away = settled.keySet().stream()
                .filter(this::isSettledBy)
                .filter(each -> day.isBefore(settled.get(each)))
                .toList();
        if (day.isBefore(from) || about.isEmpty() && !away.isEmpty()) {
            return Optional.empty();
        }
        List<String> left = about.stream()
                .filter(name -> away.stream().noneMatch(each -> each.about().contains(name)))
                .toList();
        return left.isEmpty() && !about.isEmpty()
                ? Optional.empty()
                : Optional.of(new Duty(kind, left, whom, from, last, since));
    }

    /** The days after this one on which something of it begins, comes again or is over. */
    Stream<LocalDate> daysAfter(LocalDate day, Map<Task, LocalDate> settled) {
        return Stream.of(
                        Stream.of(from),
                        last.map(each -> each.plusDays(1)).stream(),
                        settled.keySet().stream().filter(this::isSettledBy).map(settled::get))
                .flatMap(each -> each)
                .filter(day::isBefore);
    }

    /** As far as it concerns people who are in the case; empty if it concerned only others. */
    public Optional<Duty> among(Set<ParticipantId> people) {
        Set<ParticipantId> left = whom.stream().filter(people::contains).collect(Collectors.toSet());
        return left.isEmpty() && !whom.isEmpty()
                ? Optional.empty()
                : Optional.of(new Duty(kind, about, left, from, last, since));
    }

    /** Whether a task that somebody settled says so of something of it, and it has not happened once more since. */
    boolean isSettledBy(Task task) {
        return isOf(task)
                && task.isSettledBySomebody()
                && task.settled().map(Signed::at).filter(since::isBefore).isPresent();
    }
}
