package org.durumi.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** Stages, people and what they agree to to record, assignment and closing to decide. */
@ApplicationScoped
class JourneyLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        List<CaseLink> links = new ArrayList<>();
        if (open.actions().records()) {
            links.add(new CaseLink(Menu.RECORD, 10, "stage.record", open.address() + "/stages/new"));
            links.add(new CaseLink(Menu.RECORD, 80, "consent.record", open.address() + "/consents/new"));
            links.add(new CaseLink(Menu.RECORD, 90, "participant.add.title", open.address() + "/participants/new"));
            links.add(new CaseLink(Menu.MORE, 10, "about.change.title", open.address() + "/about/change"));
        }
        if (open.actions().keeps()) {
            links.add(new CaseLink(Menu.MORE, 20, "assignment.title", open.address() + "/assignment"));
            if (open.view().file().isOpen() && open.view().participants().size() > 1) {
                links.add(new CaseLink(Menu.MORE, 25, "split.title", open.address() + "/split"));
            }
            links.add(new CaseLink(
                    Menu.MORE,
                    30,
                    open.view().file().isOpen() ? "closure.close" : "closure.reopen",
                    open.address() + "/closure"));
            links.add(new CaseLink(Menu.MORE, 60, "retention.title", open.address() + "/retention"));
            links.add(new CaseLink(Menu.MORE, 70, "hold.title", open.address() + "/hold"));
        }
        return links;
    }
}
