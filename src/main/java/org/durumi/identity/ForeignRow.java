package org.durumi.identity;

import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/**
 * Fired when a row was not written by the application, or was changed past it: it opens nothing and counts for nothing, and
 * those who watch must know.
 *
 * @param what the kind of row
 * @param who whom it would give a right, or who met it
 * @param number the case in which; empty for a right that concerns no case alone
 */
public record ForeignRow(Kind what, UserId who, Optional<CaseNumber> number) {
    /** Whoever forged a row that belongs to nobody chose the name in it: it accuses nobody. */
    public static ForeignRow byNobody(Kind what) {
        return new ForeignRow(what, UserId.NOBODY, Optional.empty());
    }

    /** The kinds of rows. */
    public enum Kind {
        SESSION,
        ROLE,
        TEAM,
        ASSIGNMENT,
        GRANT,
        DEPUTY,
        LINK,
        TRANSFER,
        CASE,
        BROKER,
        NORM_PRICE,
        SOURCE,
        DRAFT,
        MAIL_ADDRESS,
        SETTING,
        STANCE,
        /** A decision that somebody has not made. */
        DECISION,
        /** A row of a case that gives no right, but does not say what was recorded. */
        ENTRY
    }
}
