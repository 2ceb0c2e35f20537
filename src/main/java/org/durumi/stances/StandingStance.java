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
import org.durumi.route.Stances;

/**
 * What counts of a country, and where that is said.
 *
 * @param source where that is said; empty if somebody changed a row of it past Durumi
 * @param proposal what two people agreed on; empty if nobody did
 */
public record StandingStance(
        CountryCode country, Stance stance, LocalDate since, String source, Optional<StanceProposal> proposal) {
    /** The day of what stands in the first migration (V045). */
    private static final LocalDate THE_BEGINNING = LocalDate.of(1900, 1, 1);

    /** What was agreed on comes after what was there before, of which no MAC says who wrote it; then the day from which it holds, then when it was confirmed. */
    private static final Comparator<StandingStance> LATER = Comparator.comparing(StandingStance::isAgreed)
            .thenComparing(StandingStance::since)
            .thenComparing(StandingStance::confirmed);

    static StandingStance of(CountryStance installed) {
        return new StandingStance(
                installed.country(), installed.stance(), installed.since(), installed.source(), Optional.empty());
    }

    static StandingStance of(StanceProposal confirmed) {
        NewStance wanted = confirmed.wanted();
        return new StandingStance(
                wanted.country(), wanted.stance(), wanted.since(), wanted.source(), Optional.of(confirmed));
    }

    /** Of a country of which a row was changed, or slipped in, the worst counts until somebody has put it right: nothing that was done past Durumi lowers a risk. */
    static StandingStance distrusted(CountryCode country, LocalDate day) {
        return new StandingStance(country, Stance.RETURNS, day, "", Optional.empty());
    }

    /**
     * Of each country the one that counts on a day. Who sent people back from the beginning goes on to, until two people agreed on something else: what
     * the installation came with has no MAC.
     */
    static Map<CountryCode, StandingStance> latest(Stream<StandingStance> all, LocalDate day) {
        Map<CountryCode, StandingStance> found = latest(all);
        Stances.RETURNING.forEach(country -> found.compute(
                country,
                (any, known) -> known != null && (known.isAgreed() || known.stance() == Stance.RETURNS)
                        ? known
                        : distrusted(country, day)));
        return found;
    }

    private static Map<CountryCode, StandingStance> latest(Stream<StandingStance> all) {
        return all.collect(Collectors.toMap(
                StandingStance::country, each -> each, (one, other) -> LATER.compare(one, other) > 0 ? one : other));
    }

    /** Whether it was so when Durumi was made: neither its day nor its source says more. */
    public boolean isFromTheBeginning() {
        return !isAgreed() && since.equals(THE_BEGINNING);
    }

    /** Whether it counts only because somebody changed a row of it past Durumi. */
    public boolean isDistrusted() {
        return !isAgreed() && source.isEmpty();
    }

    private boolean isAgreed() {
        return proposal.isPresent();
    }

    private Instant confirmed() {
        return proposal.flatMap(StanceProposal::answer)
                .map(StanceProposal.Answer::by)
                .map(Signed::at)
                .orElse(Instant.EPOCH);
    }
}
