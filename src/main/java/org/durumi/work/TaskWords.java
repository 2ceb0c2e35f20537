package org.durumi.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;

/**
 * What a task asks for.
 *
 * @param own what is to be done, in somebody's own words; else empty
 * @param whom those whom it concerns; nobody if it concerns the case as a whole
 * @param set which tasks were made together with it; empty if somebody wrote it
 * @param about what a rule asks for exactly, as {@link Duty#points} says; empty if none does
 */
public record TaskWords(
        TaskKind kind, String own, Set<ParticipantId> whom, Optional<EntryId> set, Optional<About> about) {
    public TaskWords {
        whom = Set.copyOf(whom);
    }

    /** The most important first. */
    public record About(List<Duty.Point> points) {
        public About {
            points = List.copyOf(points);
        }
    }

    /** What no rule asks for. */
    static TaskWords of(TaskKind kind, String own, Set<ParticipantId> whom, Optional<EntryId> set) {
        return new TaskWords(kind, own, whom, set, Optional.empty());
    }
}
