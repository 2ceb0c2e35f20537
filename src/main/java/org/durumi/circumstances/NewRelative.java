package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Place;
import org.durumi.vault.RowCopy;

/**
 * A relative of somebody in a case, who is not in it.
 *
 * @param whom whose relative
 * @param kind what the relative is to them
 * @param place where; the country at most if they are in the North
 * @param words no names; may be empty
 */
public record NewRelative(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull RelationshipKind kind,
        @NotNull Whereabouts whereabouts,
        @NotNull Place place,
        @NotNull Occupation occupation,
        @NotNull Answer alive,
        @NotNull Exposure exposure,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewRelative {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.RELATIVE;
    }

    @Override
    public PartialDate when() {
        return PartialDate.unknown();
    }

    @Override
    public NewRelative inCopy(RowCopy copy) {
        return new NewRelative(copy.of(whom), kind, whereabouts, place, occupation, alive, exposure, words);
    }

    @Override
    public void check(LocalDate today) {
        // Nothing of it has a date.
    }
}
