package org.durumi.stances;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Signed;
import org.durumi.route.Stance;

/**
 * What counts of a country, and where that is said.
 *
 * @param proposal what two people agreed on; empty if the installation came with it
 */
public record StandingStance(
        CountryCode country, Stance stance, LocalDate since, String source, Optional<StanceProposal> proposal) {
    /** The day of what stands in the first migration (V045). */
    private static final LocalDate THE_BEGINNING = LocalDate.of(1900, 1, 1);

    /** The day from which it holds, then when it was confirmed: what was agreed on comes after what was there before. */
    private static final Comparator<StandingStance> LATER =
            Comparator.comparing(StandingStance::since).thenComparing(StandingStance::confirmed);

    static StandingStance of(CountryStance installed) {
        return new StandingStance(
                installed.country(), installed.stance(), installed.since(), installed.source(), Optional.empty());
    }

    static StandingStance of(StanceProposal confirmed) {
        NewStance wanted = confirmed.wanted();
        return new StandingStance(
                wanted.country(), wanted.stance(), wanted.since(), wanted.source(), Optional.of(confirmed));
    }

    /** Of each country the one that counts. */
    static Map<CountryCode, StandingStance> latest(Stream<StandingStance> all) {
        return all.collect(Collectors.toMap(
                StandingStance::country, each -> each, (one, other) -> LATER.compare(one, other) > 0 ? one : other));
    }

    /** Whether it was so when Durumi was made: neither its day nor its source says more. */
    public boolean isFromTheBeginning() {
        return since.equals(THE_BEGINNING);
    }

    private Instant confirmed() {
        return proposal.flatMap(StanceProposal::answer)
                .map(StanceProposal.Answer::by)
                .map(Signed::at)
                .orElse(Instant.EPOCH);
    }
}
