package org.durumi.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseRights.Right;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;

/** Opens a case for the page of a form, to those alone to whom the form is of use. */
@ApplicationScoped
public class CaseReader {
    @Inject
    CaseSearch search;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    /**
     * For somebody who is about to record something. While nothing may be changed for now, the form is shown all the same: what
     * somebody typed must not be lost when it is refused.
     *
     * @throws NotFound if there is no such case, or this person may not record in it; the refusal is recorded
     * @throws RuleViolation if the case is closed
     */
    public CaseView toRecord(CaseNumber number, AccessGroup... shown) {
        CaseView view = search.view(number, shown);
        log.require(
                view.rights().holds(Right.RECORD),
                Access.of(AccessAction.CHANGE, shown).on(number));
        if (!view.file().isOpen()) {
            throw new RuleViolation("case.closed");
        }
        return view;
    }

    /**
     * For a supervisor who is about to decide something, in the same way.
     *
     * @throws NotFound if there is no such case, or this person may not decide in it; the refusal is recorded
     */
    public CaseView toDecide(CaseNumber number, AccessGroup... shown) {
        CaseView view = search.view(number, shown);
        log.require(
                view.rights().holds(Right.DECIDE),
                Access.of(AccessAction.APPROVE, shown).on(number));
        return view;
    }

    /**
     * For whoever is about to do something that both may: a supervisor, also when the case is closed, or a caseworker.
     *
     * @throws NotFound if there is no such case, or this person may do nothing in it; the refusal is recorded
     * @throws RuleViolation if the case is closed for a caseworker
     */
    public CaseView toAct(CaseNumber number, AccessGroup... shown) {
        return user.actor().is(Role.SUPERVISOR) ? toDecide(number, shown) : toRecord(number, shown);
    }

    public CaseActions actions(CaseView view) {
        return CaseActions.of(view.file());
    }

    /** @throws NotFound if nobody in the case has this identifier */
    public static Participant participant(CaseView view, UUID id) {
        return view.participants().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound if no entry of the case has this identifier */
    public static StageEntry entry(CaseView view, UUID id) {
        return view.entries().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
