package org.durumi.people;

import java.util.Set;
import org.durumi.kernel.CaseNumber;

/**
 * Whether a person may have a case already.
 *
 * @param own the cases of whoever asks in which somebody of that name is
 * @param elsewhere whether there is such a person in another case; nothing else is said of it
 */
public record Duplicates(Set<CaseNumber> own, boolean elsewhere) {
    public Duplicates {
        own = Set.copyOf(own);
    }

    public boolean isFound() {
        return elsewhere || !own.isEmpty();
    }
}
