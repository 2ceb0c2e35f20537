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
 * @param told by whom or what, such as «her sister», «the passport»; may be empty
 */
public record NewName(
        NameForm form,
        NameKind kind,
        @Longest(LONGEST) String text,
        Optional<Integer> birthYear,
        @Longest(LONGEST_SOURCE) String told) {
    /** Characters of the longest name. */
    public static final int LONGEST = 80;

    /** Characters of the longest words of who told it. */
    public static final int LONGEST_SOURCE = 120;

    public NewName {
        Objects.requireNonNull(kind, "kind");
        if (!form.accepts(text)) {
            throw new IllegalArgumentException("another script");
        }
    }

    /** A name of which nobody noted who told it. */
    public NewName(NameForm form, NameKind kind, String text, Optional<Integer> birthYear) {
        this(form, kind, text, birthYear, "");
    }
}
