package org.durumi.web.frame;

import org.durumi.cases.CaseView;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;

/**
 * What a page of a case offers its reader. The services decide it again when something is sent.
 *
 * @param records whether the reader may record in the case: a caseworker of it, while it is open
 * @param decides whether the reader may decide in the case: a supervisor of its team
 */
public record CaseActions(boolean records, boolean decides) {
    static CaseActions of(CaseView view, Actor reader) {
        boolean assigned = view.assignments().stream()
                .anyMatch(each -> each.isCurrent() && each.caseworker().equals(reader.id()));
        boolean supervises = reader.is(Role.SUPERVISOR)
                && reader.team().filter(view.file().team()::equals).isPresent();
        return new CaseActions(view.file().isOpen() && reader.is(Role.CASEWORKER) && assigned, supervises);
    }
}
