package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Place;
import org.durumi.vault.RowCopy;

/**
 * A post that somebody held, at home or abroad.
 *
 * @param organisation such as «embassy» or «Foreign Ministry»; may be empty
 * @param host where it is
 * @param duties in the caseworker's words; may be empty
 * @param salary for a month; empty if not known
 * @param recallBy when they are to be back
 */
public record NewPosting(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull @Longest(120) String organisation,
        @NotNull PostingRank rank,
        @NotNull Place host,
        @NotNull PartialDate since,
        @NotNull PartialDate until,
        @NotNull @Longest(value = 500, lines = true) String duties,
        @NotNull DiplomaticStatus status,
        @NotNull Optional<Money> salary,
        @NotNull Recall recall,
        @NotNull PartialDate recallBy)
        implements NewCircumstance {
    public NewPosting {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.POSTING;
    }

    @Override
    public PartialDate when() {
        return since;
    }

    @Override
    public NewPosting inCopy(RowCopy copy) {
        return new NewPosting(
                copy.of(whom), organisation, rank, host, since, until, duties, status, salary, recall, recallBy);
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("since", since, today);
        NewCircumstance.ordered(since, "until", until);
    }
}
