package org.durumi.web.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** A quote can be recorded. */
@ApplicationScoped
class QuoteLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? List.of(new CaseLink(Menu.RECORD, 40, "quote.panel.add", open.address() + "/quotes/new"))
                : List.of();
    }
}
