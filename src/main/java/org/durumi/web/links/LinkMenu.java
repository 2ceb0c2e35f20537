package org.durumi.web.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** A link with another case can be wanted. */
@ApplicationScoped
class LinkMenu implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        String address = open.address() + "/links/new";
        if (open.actions().records()) {
            return List.of(new CaseLink(Menu.RECORD, 90, "link.add", address));
        }
        return open.actions().decides() ? List.of(new CaseLink(Menu.MORE, 40, "link.add", address)) : List.of();
    }
}
