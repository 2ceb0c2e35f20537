package org.durumi.web.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** A supervisor can offer the case to another team. */
@ApplicationScoped
class TransferLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().decides()
                ? List.of(new CaseLink(Menu.MORE, 45, "transfer.title", open.address() + "/transfer"))
                : List.of();
    }
}
