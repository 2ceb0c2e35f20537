package org.durumi.circumstances;

import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.RowCopy;

/** What is known of a circumstance that is one sealed record, those whom it concerns among the rest. */
public sealed interface NewCircumstance
        permits NewIncident,
                NewDetention,
                NewIntervention,
                NewPosting,
                NewBackground,
                NewNeed,
                NewRelationship,
                NewRelative,
                NewGroup,
                NewSafeContact,
                NewReferral {
    CircumstanceKind circumstance();

    /** Whom it concerns: at least one. */
    Set<ParticipantId> whom();

    /** When it happened or began. */
    PartialDate when();

    /** Whether it goes with those who go into another case: something of it concerns one of them. */
    default boolean goes(RowCopy copy) {
        return copy.takesSome(whom());
    }

    /** What of it concerns those who go into another case, as it is said there. */
    NewCircumstance inCopy(RowCopy copy);

    /** @throws RuleViolation at the field that lies in the future or contradicts another */
    void check(LocalDate today);

    /** @throws RuleViolation at the field if it lies in the future */
    static void past(String field, PartialDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw RuleViolation.at(field, "circumstance.future");
        }
    }

    /** @throws RuleViolation at the field of the last if it lies before the first */
    static void ordered(PartialDate first, String field, PartialDate last) {
        if (first.isKnown() && last.isKnown() && last.latest().isBefore(first.earliest())) {
            throw RuleViolation.at(field, "circumstance.order");
        }
    }
}
