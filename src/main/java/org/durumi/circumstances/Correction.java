package org.durumi.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;

/**
 * What a supervisor decides about.
 *
 * @param before what was confirmed last; empty if it is new, or somebody else changed that
 * @param now what is said now
 * @param struck what stood in its place from then on, with why it was corrected, the latest first
 */
public record Correction(
        Optional<Circumstance<?, ?, ?>> before, Circumstance<?, ?, ?> now, List<Circumstance<?, ?, ?>> struck) {
    public Correction {
        struck = List.copyOf(struck);
    }

    /** Whether nothing of it was ever settled: it is something new that has to be agreed to, corrected meanwhile or not. */
    public boolean isNew() {
        Circumstance<?, ?, ?> first = struck.isEmpty() ? now : struck.getLast();
        return before.isEmpty() && first.replaces().isEmpty();
    }

    /** What was confirmed last, which is of the same kind as what is said now; if nobody knows it, what is said now. */
    public <C> C before(Class<C> kind) {
        return kind.cast(before.orElse(now));
    }

    /** Everybody who corrected it since, and where two have to agree, whoever recorded it first: none of them decides. */
    Set<UserId> correctors() {
        return Stream.concat(Stream.of(now), struck.stream())
                .filter(each -> now.needsTwo() || before.filter(each::equals).isEmpty())
                .map(each -> each.recorded().by())
                .collect(Collectors.toSet());
    }

    /** Everybody who recorded, struck or decided something of it. */
    public Set<UserId> people() {
        return Stream.concat(Stream.of(now), struck.stream())
                .flatMap(each -> Stream.concat(each.people().stream(), each.first().map(Signed::by).stream()))
                .collect(Collectors.toSet());
    }
}
