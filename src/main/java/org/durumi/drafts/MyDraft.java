package org.durumi.drafts;

import java.util.List;
import java.util.Map;

/**
 * A draft as the list of its owner names it.
 *
 * @param typed what stands in a form, which tells it apart from others of the same case; nothing for an intake, and of a case that they may not read now
 */
public record MyDraft(DraftLine line, Map<String, List<String>> typed) {
    public MyDraft {
        typed = Map.copyOf(typed);
    }
}
