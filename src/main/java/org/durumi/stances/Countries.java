package org.durumi.stances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CountryCode;
import org.durumi.route.Stances;

/** What countries do with people who fled the North, read once for all cases and rules of a request. */
@RequestScoped
public class Countries {
    @Inject
    CountryStances installed;

    @Inject
    StanceProposals proposals;

    private final Map<LocalDate, Stances> known = new HashMap<>();

    /** The stance of every country on a day. */
    public Stances on(LocalDate day) {
        return known.computeIfAbsent(day, this::read);
    }

    private Stances read(LocalDate day) {
        return new Stances(standing(proposals.read(), day).values().stream()
                .collect(Collectors.toMap(StandingStance::country, StandingStance::stance)));
    }

    /** What counts on a day of each country of which anything was ever said. */
    Map<CountryCode, StandingStance> standing(StanceProposals.Read read, LocalDate day) {
        Map<CountryCode, StandingStance> all = StandingStance.latest(
                Stream.concat(
                        installed.by(day).stream().map(StandingStance::of),
                        read.ours().stream()
                                .filter(each -> each.isConfirmed()
                                        && !each.wanted().since().isAfter(day))
                                .map(StandingStance::of)),
                day);
        read.distrusted().forEach(country -> all.put(country, StandingStance.distrusted(country, day)));
        return all;
    }
}
