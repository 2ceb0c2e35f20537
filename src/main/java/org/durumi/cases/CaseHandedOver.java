package org.durumi.cases;

import java.util.List;
import org.durumi.kernel.UserId;

/**
 * Fired, before the change is recorded, when a supervisor takes a caseworker off a case and others take their place: features hand over
 * what was theirs alone.
 *
 * @param from who works on it no more
 * @param to who does instead; some of them may have before
 */
public record CaseHandedOver(CaseFile file, UserId from, List<UserId> to) {
    public CaseHandedOver {
        to = List.copyOf(to);
    }
}
