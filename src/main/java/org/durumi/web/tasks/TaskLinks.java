package org.durumi.web.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** What is to be done can be written down. */
@ApplicationScoped
class TaskLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(new CaseLink(Menu.RECORD, 8, "task.add", open.address() + "/tasks/new"))
                : List.of();
    }
}
