package org.durumi.web.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** The way to the erasure of a case, for its supervisors. */
@ApplicationScoped
class ErasureLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().keeps()
                ? List.of(new CaseLink(Menu.MORE, 90, "erasure.title", open.address() + "/erasure"))
                : List.of();
    }
}
