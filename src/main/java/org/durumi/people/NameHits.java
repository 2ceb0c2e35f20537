package org.durumi.people;

import java.util.List;
import org.durumi.kernel.CaseNumber;

/**
 * Whom a search found.
 *
 * @param complete whether all cases of this person were searched; if not, only those that changed last
 */
public record NameHits(List<Hit> hits, boolean complete) {

    /**
     * A participant under a name that matched.
     *
     * @param label the letter of the pseudonym
     * @param isIn whether they are in the case: nobody has taken them out
     */
    public record Hit(CaseNumber number, String label, boolean isIn, PersonName name) {}
}
