package org.durumi.identity;

import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/**
 * Fired when a row from which a right would follow was not written by the application: it opens nothing, and those who watch
 * must know.
 *
 * @param what the kind of row
 * @param who whom it would give a right
 * @param number the case in which; empty for a right that concerns no case alone
 */
public record ForeignRow(Kind what, UserId who, Optional<CaseNumber> number) {
    /** The kinds of rows that give a right. */
    public enum Kind {
        SESSION,
        TEAM,
        ASSIGNMENT,
        CASE
    }
}
