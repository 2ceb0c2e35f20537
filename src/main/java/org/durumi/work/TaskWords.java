package org.durumi.work;

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
 */
public record TaskWords(TaskKind kind, String own, Set<ParticipantId> whom, Optional<EntryId> set) {
    public TaskWords {
        whom = Set.copyOf(whom);
    }
}
