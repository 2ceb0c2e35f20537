package org.durumi.people;

import java.util.List;
import java.util.Set;
import org.durumi.kernel.CaseNumber;

/**
 * Whether a person of an intake may have a case already, or stand in it twice.
 *
 * @param own the cases of whoever asks in which somebody of that name is
 * @param elsewhere whether there is such a person in another case; nothing else is said of it
 * @param beside who else of the same intake may be this person, by their place in it
 */
public record Duplicates(Set<CaseNumber> own, boolean elsewhere, List<Integer> beside) {
    public Duplicates {
        own = Set.copyOf(own);
        beside = List.copyOf(beside);
    }

    /** Whether somebody of that name has a case. */
    public boolean isKnown() {
        return elsewhere || !own.isEmpty();
    }

    public boolean isFound() {
        return isKnown() || !beside.isEmpty();
    }
}
