package org.durumi.work;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;

/**
 * The tasks of a case.
 *
 * @param all in the order in which they are due
 */
public record Tasks(List<Task> all) {
    public Tasks {
        all = List.copyOf(all);
    }

    /** What is to be done, the most urgent first. */
    public List<Task> open() {
        return all.stream().filter(Task::isOpen).toList();
    }

    /** The same, of which the day has come. */
    public List<Task> due(LocalDate today) {
        return all.stream().filter(each -> each.isDue(today)).toList();
    }

    /** What is settled or ended, the latest first. */
    public List<Task> settled() {
        return all.stream()
                .filter(each -> !each.isOpen())
                .sorted(Comparator.comparing(
                                (Task each) -> each.settled().map(Signed::at).orElseThrow())
                        .reversed())
                .toList();
    }

    public Optional<Task> one(EntryId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether something follows the arrest of somebody: to be done, or settled by somebody. */
    boolean followArrestOf(ParticipantId who) {
        return all.stream()
                .anyMatch(each -> each.followsArrest()
                        && each.state() != TaskState.ENDED
                        && each.whom().contains(who));
    }

    /**
     * What has no reason any more: it follows an arrest of which nobody is held any more.
     *
     * @param held those who are, by the arrest that it follows
     */
    public List<Task> withoutReason(Set<ParticipantId> held) {
        return open().stream()
                .filter(each -> each.followsArrest() && each.whom().stream().noneMatch(held::contains))
                .toList();
    }

    /** Everybody who has to do with some of them. */
    public Set<UserId> people() {
        return all.stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet());
    }
}
