package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Place;
import org.durumi.vault.RowCopy;

/**
 * How somebody is held, under the entry of the journey that says that they are.
 *
 * @param entry the entry of a journey that says so; empty if none does
 * @param authority who holds them; may be empty
 * @param acknowledged whether who holds them admits it; no if they deny it
 * @param lastConfirmed the last day on which somebody knew that they are held there
 */
public record NewDetention(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull Optional<EntryId> entry,
        @NotNull @Longest(120) String authority,
        @NotNull Place place,
        @NotNull PartialDate since,
        @NotNull DetentionState state,
        @NotNull Answer acknowledged,
        @NotNull Contact family,
        @NotNull Contact lawyer,
        @NotNull Contact unhcr,
        @NotNull PartialDate lastConfirmed,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewDetention {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.DETENTION;
    }

    @Override
    public PartialDate when() {
        return since;
    }

    @Override
    public NewDetention inCopy(RowCopy copy) {
        return new NewDetention(
                copy.of(whom),
                entry.flatMap(copy::known),
                authority,
                place,
                since,
                state,
                acknowledged,
                family,
                lawyer,
                unhcr,
                lastConfirmed,
                words);
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("since", since, today);
        NewCircumstance.past("lastConfirmed", lastConfirmed, today);
        NewCircumstance.ordered(since, "lastConfirmed", lastConfirmed);
    }
}
