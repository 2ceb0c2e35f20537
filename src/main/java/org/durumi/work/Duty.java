package org.durumi.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Whether a task asks for it: for some of what it is about. */
    boolean isOf(Task task) {
        return task.kind() == kind && (about.isEmpty() || task.about().stream().anyMatch(about::contains));
    }

    /** Whether a task that somebody settled says so long enough that it does not come again, whatever the day. */
    boolean isSettledBy(Task task) {
        return isOf(task)
                && task.isSettledBySomebody()
                && task.settled().map(Signed::at).filter(since::isBefore).isPresent();
    }
}
