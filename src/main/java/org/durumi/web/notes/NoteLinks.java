package org.durumi.web.notes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** What is written down most often stands first in the menu. */
@ApplicationScoped
class NoteLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(
                        new CaseLink(Menu.RECORD, 4, "contact.add", open.address() + "/contacts/new"),
                        new CaseLink(Menu.RECORD, 6, "note.add", open.address() + "/notes/new"))
                : List.of();
    }
}
