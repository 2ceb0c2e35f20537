package org.durumi.web.frame;

import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRights;
import org.durumi.cases.CaseRights.Right;

/**
 * What a page of a case offers its reader. The services ask for the same rights again when something is sent.
 *
 * @param records whether the reader may record in the case: a caseworker of it, while it is open
 * @param decides whether the reader decides about what is recorded in it: a supervisor of its team, while it is open
 * @param keeps whether the reader may decide about the case as a whole, such as to open it again: a supervisor of its team
 * @param whyNot the key of the message why the reader may not for now what is usually theirs; empty if they may
 */
public record CaseActions(boolean records, boolean decides, boolean keeps, String whyNot) {
    static CaseActions of(CaseFile file) {
        CaseRights rights = file.rights();
        return new CaseActions(
                rights.allows(Right.RECORD),
                rights.allows(Right.DECIDE) && file.isOpen(),
                rights.allows(Right.DECIDE),
                Stream.of(Right.values())
                        .flatMap(each -> rights.whyNot(each).stream())
                        .findFirst()
                        .orElse(""));
    }
}
