package org.durumi.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;

/**
 * What a rule asks for in a case. As long as it does, one task of it is open, and not two.
 *
 * @param points what exactly, the most important first; empty if there is but one such matter in a case
 * @param from the day on which it becomes a task
 * @param last the last day on which it is one; empty if only a change of the case ends it
 * @param since what somebody settled before then does not keep it away: it happened once more
 */
public record Duty(TaskKind kind, List<Point> points, LocalDate from, Optional<LocalDate> last, Instant since) {
    /** So much is named by one task; the next one names what is left. */
    static final int NAMED = 3;

    /** So long what somebody settled does not come again. */
    static final int DAYS_AWAY = 7;

    /**
     * One thing that is asked for.
     *
     * @param name of a constant, or an identifier
     * @param whom those whom it concerns; nobody if it concerns the case as a whole
     */
    public record Point(String name, Set<ParticipantId> whom) {
        public Point {
            whom = Set.copyOf(whom);
        }

        /** As far as it concerns people of whom nobody settled it: what was said of one keeps nothing of another away. */
        private Optional<Point> without(List<Task> settled) {
            List<Point> same = settled.stream()
                    .flatMap(each -> each.points().stream())
                    .filter(each -> each.name.equals(name))
                    .toList();
            return whom.isEmpty()
                    ? Optional.of(this).filter(any -> same.stream().noneMatch(each -> each.whom.isEmpty()))
                    : only(who -> same.stream().noneMatch(each -> each.whom.contains(who)));
        }

        /** As far as it concerns some people; empty if it concerned only others. */
        private Optional<Point> only(Predicate<ParticipantId> some) {
            Set<ParticipantId> left = whom.stream().filter(some).collect(Collectors.toSet());
            return left.isEmpty() && !whom.isEmpty() ? Optional.empty() : Optional.of(new Point(name, left));
        }
    }

    public Duty {
        points = List.copyOf(points);
    }

    /** One of which all concerns the same people. */
    public Duty(
            TaskKind kind,
            List<String> about,
            Set<ParticipantId> whom,
            LocalDate from,
            Optional<LocalDate> last,
            Instant since) {
        this(kind, about.stream().map(each -> new Point(each, whom)).toList(), from, last, since);
    }

    /** The same without an end of its own, which nothing raises again. */
    public static Duty of(TaskKind kind, List<String> about, Set<ParticipantId> whom, LocalDate from) {
        return new Duty(kind, about, whom, from, Optional.empty(), Instant.EPOCH);
    }

    /** The names of all that it is about. */
    public List<String> about() {
        return points.stream().map(Point::name).toList();
    }

    /** What its task names. */
    List<Point> named() {
        return points.subList(0, Math.min(points.size(), NAMED));
    }

    /** Whom concerns what its task names; nobody if some of it concerns the case as a whole. */
    public Set<ParticipantId> whom() {
        return whom(named());
    }

    private static Set<ParticipantId> whom(List<Point> some) {
        return some.stream().anyMatch(each -> each.whom().isEmpty())
                ? Set.of()
                : some.stream().flatMap(each -> each.whom().stream()).collect(Collectors.toSet());
    }

    /** By when what begins today has to be done: the day before its last one, so that it stands in the lists in time. */
    LocalDate due(LocalDate today) {
        LocalDate due = last.map(each -> each.minusDays(1)).orElse(today.plusDays(kind.after()));
        return due.isBefore(today) ? today : due;
    }

    /** Whether it is a task on this day already. */
    boolean hasBegun(LocalDate day) {
        return !day.isBefore(from);
    }

    /** Whether a task asks for it: for some of what it is about. */
    boolean isOf(Task task) {
        return task.kind() == kind && (points.isEmpty() || task.about().stream().anyMatch(about()::contains));
    }

    /** Whether a task says what counts most of it, and whom that concerns which it names. */
    boolean isSaidBy(Task task) {
        List<Point> said = points.stream()
                .filter(each -> task.about().contains(each.name()))
                .toList();
        return isOf(task)
                && said.containsAll(points.stream().limit(1).toList())
                && whom(said).equals(task.whom());
    }

    /**
     * What of it is to be done, now or when it begins: all but what somebody settled a short while ago. Empty if that is nothing.
     *
     * @param settled whatever somebody settled in the case, by the day on which it may come again
     */
    Optional<Duty> left(LocalDate day, Map<Task, LocalDate> settled) {
        List<Task> away = settled.keySet().stream()
                .filter(this::isSettledBy)
                .filter(each -> day.isBefore(settled.get(each)))
                .toList();
        return points.isEmpty()
                ? Optional.of(this).filter(any -> away.isEmpty())
                : of(points.stream()
                        .flatMap(each -> each.without(away).stream())
                        .toList());
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
        return points.isEmpty()
                ? Optional.of(this)
                : of(points.stream()
                        .flatMap(each -> each.only(people::contains).stream())
                        .toList());
    }

    private Optional<Duty> of(List<Point> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(new Duty(kind, some, from, last, since));
    }

    /** Whether a task that somebody settled says so of something of it, and it has not happened once more since. */
    boolean isSettledBy(Task task) {
        return isOf(task)
                && task.isSettledBySomebody()
                && task.settled().map(Signed::at).filter(since::isBefore).isPresent();
    }
}
