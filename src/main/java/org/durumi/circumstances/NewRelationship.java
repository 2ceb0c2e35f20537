package org.durumi.circumstances;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Certainty;
import org.durumi.vault.RowCopy;

/**
 * What one person in a case is to another.
 *
 * @param one who is it
 * @param kind what the one is to the other: their parent, their spouse
 * @param other to whom
 * @param until unknown while it goes on
 */
public record NewRelationship(
        @NotNull ParticipantId one,
        @NotNull RelationshipKind kind,
        @NotNull ParticipantId other,
        @NotNull PartialDate since,
        @NotNull PartialDate until,
        @NotNull Certainty certainty)
        implements NewCircumstance {
    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.RELATIONSHIP;
    }

    @Override
    public Set<ParticipantId> whom() {
        return Set.of(one, other);
    }

    @Override
    public PartialDate when() {
        return since;
    }

    /** What joins somebody who goes to somebody who stays, stays. */
    @Override
    public boolean goes(RowCopy copy) {
        return copy.takes(one) && copy.takes(other);
    }

    @Override
    public NewRelationship inCopy(RowCopy copy) {
        return new NewRelationship(copy.of(one), kind, copy.of(other), since, until, certainty);
    }

    @Override
    public void check(LocalDate today) {
        if (one.equals(other)) {
            throw RuleViolation.at("other", "relationship.self");
        }
        NewCircumstance.past("since", since, today);
        NewCircumstance.ordered(since, "until", until);
    }
}
