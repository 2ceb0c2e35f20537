package org.durumi.evidence;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Visible;

/**
 * What a source claims, as a caseworker records it.
 *
 * @param about whom; nobody if it is about the case as a whole
 * @param entry the entry of a journey that it is about, if it is about one
 * @param statement in the caseworker's words; no addresses, numbers or names
 * @param happened when what it tells happened
 * @param said when the source said it
 * @param actor the office that speaks, if it is an official statement; else empty
 * @param stance what the office says to the matter, if it is an official statement
 */
public record NewClaim(
        @NotNull Set<ParticipantId> about,
        @NotNull ClaimTopic topic,
        @NotNull Optional<EntryId> entry,

        @NotNull @Visible @Longest(value = 1000, lines = true)
        String statement,

        @NotNull PartialDate happened,
        @NotNull PartialDate said,
        @NotNull SourceId source,
        @NotNull Credibility credibility,
        @NotNull Modality modality,
        @NotNull @Longest(120) String actor,
        @NotNull Optional<OfficialStance> stance) {
    public NewClaim {
        about = Set.copyOf(about);
    }

    /** The same about others, and their entry. */
    NewClaim about(Set<ParticipantId> others, Optional<EntryId> theirs) {
        return new NewClaim(
                others, topic, theirs, statement, happened, said, source, credibility, modality, actor, stance);
    }
}
