package org.durumi.costs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;

/**
 * What a broker asks for bringing some participants on their way.
 *
 * @param basis whether the amount is for each person or for all
 * @param statedEquivalent what the source gave as equivalent, exactly as written, such as «around USD 1 916»; may be empty
 * @param upfrontShare how much is to be paid before any service, in per cent; empty if not known
 * @param services what is promised; may be empty
 * @param obtainedOn the day of the quote; the norm of that day is the measure
 * @param validUntil the last day on which it holds; empty if none was named
 */
public record NewQuote(
        @NotNull BrokerId broker,
        @NotEmpty Set<ParticipantId> participants,
        @NotNull PriceBasis basis,
        @NotNull Money amount,
        @NotNull @Longest(80) String statedEquivalent,
        @NotNull Optional<@Min(0) @Max(100) Integer> upfrontShare,
        @NotNull @Longest(value = 500, lines = true) String services,
        @NotNull LocalDate obtainedOn,
        @NotNull Optional<LocalDate> validUntil,
        @NotNull ObtainedHow obtainedHow) {
    public NewQuote {
        participants = Set.copyOf(participants);
    }

    /** The same for others. */
    NewQuote of(Set<ParticipantId> others) {
        return new NewQuote(
                broker,
                others,
                basis,
                amount,
                statedEquivalent,
                upfrontShare,
                services,
                obtainedOn,
                validUntil,
                obtainedHow);
    }
}
