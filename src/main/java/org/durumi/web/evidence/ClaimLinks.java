package org.durumi.web.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** What can be recorded of what is claimed. */
@ApplicationScoped
class ClaimLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(
                        new CaseLink(Menu.RECORD, 70, "claim.add", open.address() + "/claims/new"),
                        new CaseLink(Menu.RECORD, 80, "claim.report", open.address() + "/claims/report"))
                : List.of();
    }
}
