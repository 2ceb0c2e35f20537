package org.durumi.cases;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;

/**
 * What somebody agreed to; each purpose becomes a consent of its own.
 *
 * @param validUntil the last day on which it counts; empty if it has no end
 * @param withhold what is withheld from whom, and why; may be empty
 * @param legalBasis on what it rests where nobody could be asked; else empty
 */
public record NewConsent(
        @NotEmpty Set<ConsentPurpose> purposes,
        @NotNull ConsentForm form,
        @NotNull PartialDate given,
        @NotNull Optional<LocalDate> validUntil,
        @NotNull @Longest(value = 500, lines = true) String withhold,
        @NotNull @Longest(value = 500, lines = true) String legalBasis) {
    public NewConsent {
        purposes = Set.copyOf(purposes);
    }
}
