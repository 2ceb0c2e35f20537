package org.durumi.web.handover;

import java.util.List;
import org.durumi.web.support.Choice;

/**
 * Everything that somebody would leave behind, as their supervisor hands it over.
 *
 * @param id of the person
 * @param handle of the person
 * @param shown how many cases can be chosen
 * @param all how many cases there are
 */
public record LeaverView(
        String id,
        String handle,
        List<Choice> others,
        List<Choice> cases,
        int shown,
        long all,
        List<Choice> drafts,
        List<Choice> grants,
        List<Choice> deputyships) {
    /** Whether there is nothing to hand over. */
    public boolean isEmpty() {
        return cases.isEmpty() && drafts.isEmpty() && grants.isEmpty() && deputyships.isEmpty();
    }
}
