package org.durumi.circumstances;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.RowCopy;

/**
 * People who belong together: a household, a family, a party that travels.
 *
 * @param whom those of them who are in the case
 * @param statedSize of how many people a source speaks; empty if none says
 * @param words such as who else belongs to it; no names; may be empty
 */
public record NewGroup(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull GroupKind kind,
        @NotNull Optional<@Min(1) @Max(99) Integer> statedSize,
        @NotNull PartialDate since,
        @NotNull PartialDate until,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewGroup {
        whom = Set.copyOf(whom);
    }

    /** How many of them are not in the case; 0 if nobody says how many they are. */
    public int others() {
        return statedSize.map(size -> size - whom.size()).orElse(0);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.GROUP;
    }

    @Override
    public PartialDate when() {
        return since;
    }

    @Override
    public NewGroup inCopy(RowCopy copy) {
        return new NewGroup(copy.of(whom), kind, statedSize, since, until, words);
    }

    @Override
    public void check(LocalDate today) {
        if (statedSize.filter(size -> size < whom.size()).isPresent()) {
            throw RuleViolation.at("statedSize", "group.size");
        }
        NewCircumstance.past("since", since, today);
        NewCircumstance.ordered(since, "until", until);
    }
}
