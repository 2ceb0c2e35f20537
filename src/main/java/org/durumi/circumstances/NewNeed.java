package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.RowCopy;

/**
 * What somebody needs.
 *
 * @param until unknown while it goes on
 * @param words what exactly; no names; may be empty
 */
public record NewNeed(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull NeedKind kind,
        @NotNull PartialDate since,
        @NotNull PartialDate until,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewNeed {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.NEED;
    }

    @Override
    public PartialDate when() {
        return since;
    }

    @Override
    public NewNeed inCopy(RowCopy copy) {
        return new NewNeed(copy.of(whom), kind, since, until, words);
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("since", since, today);
        NewCircumstance.ordered(since, "until", until);
    }
}
