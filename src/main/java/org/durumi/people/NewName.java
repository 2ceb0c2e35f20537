package org.durumi.people;

import java.util.Objects;
import java.util.Optional;
import org.durumi.kernel.Longest;

/**
 * A name as a caseworker reports it.
 *
 * @param text surname and given name in the order in which they were typed
 * @param birthYear the year of birth that goes with this name, which in the papers of a cover name may be another; empty if
 *     not known
 */
public record NewName(
        NameForm form, NameKind kind, @Longest(LONGEST) String text, Optional<Integer> birthYear) {
    /** Characters of the longest name. */
    public static final int LONGEST = 80;

    public NewName {
        Objects.requireNonNull(kind, "kind");
        if (!form.accepts(text)) {
            throw new IllegalArgumentException("another script");
        }
    }
}
