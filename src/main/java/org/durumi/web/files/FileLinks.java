package org.durumi.web.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** A file can be attached. */
@ApplicationScoped
class FileLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(new CaseLink(Menu.RECORD, 9, "file.add", open.address() + "/files/new"))
                : List.of();
    }
}
