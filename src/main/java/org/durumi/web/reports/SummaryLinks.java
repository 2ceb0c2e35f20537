package org.durumi.web.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.cases.CaseRights.Right;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** The way to the summary as PDF. */
@ApplicationScoped
class SummaryLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.view().rights().holds(Right.EXPORT)
                ? List.of(new CaseLink(Menu.SHOW, 20, "case.summary", open.address() + "/summary.pdf"))
                : List.of();
    }
}
