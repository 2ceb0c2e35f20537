package org.durumi.web.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** A caseworker can ask a supervisor for a colleague, or for a decision. That something may pass is asked where it is stopped. */
@ApplicationScoped
class RequestLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(
                        new CaseLink(
                                Menu.MORE, 22, "request.reassignment.title", open.address() + "/requests/reassignment"),
                        new CaseLink(Menu.MORE, 23, "request.decision.title", open.address() + "/requests/decision"))
                : List.of();
    }
}
