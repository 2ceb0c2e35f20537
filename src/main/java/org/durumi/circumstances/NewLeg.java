package org.durumi.circumstances;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;

/**
 * What is known of one leg of a way.
 *
 * @param travellers who travels it
 * @param vessel the kind of vehicle or boat, such as «wooden boat»; may be empty
 * @param days how many days it takes; empty if not known
 * @param idChecks how many ID checks are expected; empty if not known
 */
public record NewLeg(
        @NotEmpty Set<ParticipantId> travellers,
        @NotNull Place from,
        @NotNull Place to,
        @NotNull Means means,
        @NotNull @Longest(80) String vessel,
        @NotNull Border border,
        @NotNull PartialDate left,
        @NotNull PartialDate arrived,
        @NotNull Optional<@Min(0) @Max(366) Integer> days,
        @NotNull Optional<@Min(0) @Max(99) Integer> idChecks,
        @NotNull LegState state) {
    public NewLeg {
        travellers = Set.copyOf(travellers);
    }

    /**
     * Whether this may be the same leg as another one: between the same countries, by no other means, begun at the same time, and
     * over the same border or from or to the same place. A place that only one of the two names says nothing.
     *
     * @param days by how many what is told of a day may be off
     */
    boolean mayBe(NewLeg other, int days) {
        boolean crossed = !from.country().equals(to.country());
        boolean begun = left.isKnown()
                && other.left.isKnown()
                && !left.earliest().minusDays(days).isAfter(other.left.latest())
                && !other.left.earliest().minusDays(days).isAfter(left.latest());
        return begun
                && from.country().equals(other.from.country())
                && to.country().equals(other.to.country())
                && (means == other.means || means == Means.UNKNOWN || other.means == Means.UNKNOWN)
                && !from.isElsewhereThan(other.from)
                && !to.isElsewhereThan(other.to)
                && (crossed || from.isSameAs(other.from) || to.isSameAs(other.to));
    }

    /** The same for others. */
    NewLeg travelledBy(Set<ParticipantId> others) {
        return new NewLeg(others, from, to, means, vessel, border, left, arrived, days, idChecks, state);
    }
}
