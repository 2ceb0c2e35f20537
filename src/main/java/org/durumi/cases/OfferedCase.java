package org.durumi.cases;

import java.util.Optional;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Level;

/**
 * What a supervisor to whose team a case is offered sees of it before they take it, as it stands now: nothing else.
 *
 * @param level the highest of its people
 * @param assessed whether a risk is reckoned at all where the most urgent of them stands
 * @param notAssessed of how many of them nothing is known that a risk could be reckoned from
 * @param country in which the most urgent of them stays; empty if not known
 */
public record OfferedCase(
        CaseKind kind, int people, Level level, boolean assessed, int notAssessed, Optional<CountryCode> country) {
    static OfferedCase of(CaseFile file) {
        return new OfferedCase(
                file.kind(),
                file.people(),
                file.level(),
                file.stage().isAssessed(),
                file.notAssessed(),
                file.country());
    }
}
