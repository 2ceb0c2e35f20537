package org.durumi.web.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** The way to the names, which stand on no other page. */
@ApplicationScoped
class NameLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return List.of(new CaseLink(Menu.SHOW, 10, "names.show", open.address() + "/names"));
    }
}
