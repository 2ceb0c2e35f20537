package org.durumi.web.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** What can be recorded of the way of somebody in a case. */
@ApplicationScoped
class CircumstanceLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(
                        link(open, 20, "circumstances.devices.add", "devices"),
                        link(open, 30, "circumstances.legs.add", "legs"),
                        link(open, 50, "circumstances.attempts.add", "attempts"),
                        link(open, 60, "circumstances.vulnerabilities.add", "vulnerabilities"),
                        link(open, 62, "circumstances.incidents.add", "incidents"),
                        link(open, 64, "circumstances.detentions.add", "detentions"),
                        link(open, 66, "circumstances.interventions.add", "interventions"),
                        link(open, 68, "circumstances.postings.add", "postings"),
                        link(open, 70, "circumstances.backgrounds.add", "backgrounds"),
                        link(open, 72, "circumstances.needs.add", "needs"),
                        link(open, 74, "circumstances.relationships.add", "relationships"),
                        link(open, 76, "circumstances.relatives.add", "relatives"),
                        link(open, 78, "circumstances.groups.add", "groups"))
                : List.of();
    }

    private static CaseLink link(OpenCase open, int order, String label, String path) {
        return new CaseLink(Menu.RECORD, order, label, open.address() + "/" + path + "/new");
    }
}
