package org.durumi.cases;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Longest;
import org.durumi.route.RouteKind;

/**
 * What was said of a case at intake, and what its caseworkers call it.
 *
 * @param destination the wanted destination; empty if unknown
 * @param label a few words by which its caseworkers know it again, never a name; empty if they need none
 */
public record CaseDescription(
        @NotNull CaseKind kind,
        @NotNull RouteKind route,
        @NotNull Optional<CountryCode> destination,
        @NotNull Priority priority,
        @NotNull @Longest(40) String label) {
    /** The same case under another label. */
    public CaseDescription labelled(String other) {
        return new CaseDescription(kind, route, destination, priority, other);
    }
}
