package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.PartialDate;
import org.durumi.mac.MacKey;
import org.durumi.vault.DerivedKeys;

/** Under what legs are looked for among those of all cases: a tag of their two countries and the month in which they begin. */
@ApplicationScoped
class WayTags {
    /** Who left so many days apart may have travelled together: what is told of a day is often off by some. */
    static final int DAYS_APART = 3;

    /** A beginning that is known less exactly is not looked for: it would fit too many. */
    private static final int MONTHS = 2;

    @Inject
    DerivedKeys keys;

    /** Empty if a country or the month is not known: then it is not looked for. */
    Optional<Integer> of(NewLeg leg) {
        return Optional.of(leg.left())
                .filter(left -> isFindable(leg) && left.isKnown())
                .map(PartialDate::earliest)
                .filter(first -> leg.left().latest().isBefore(first.plusMonths(MONTHS)))
                .map(first -> tag(leg, first));
    }

    /** Those of legs that may be the same. */
    Set<Integer> near(NewLeg leg) {
        return of(leg).isEmpty()
                ? Set.of()
                : Stream.iterate(
                                YearMonth.from(leg.left().earliest().minusDays(DAYS_APART))
                                        .minusMonths(MONTHS),
                                month -> !month.isAfter(
                                        YearMonth.from(leg.left().latest().plusDays(DAYS_APART))),
                                month -> month.plusMonths(1))
                        .map(month -> tag(leg, month.atDay(1)))
                        .collect(Collectors.toSet());
    }

    private static boolean isFindable(NewLeg leg) {
        return !leg.from().country().isEmpty() && !leg.to().country().isEmpty();
    }

    private int tag(NewLeg leg, LocalDate first) {
        return MacKey.tag(keys.index("way index 1")
                .hash(leg.from().country() + " " + leg.to().country() + " " + YearMonth.from(first)));
    }
}
