package org.durumi.web.links;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** On the overview, in one line: with how many other cases a case is linked. */
@ApplicationScoped
class LinkedLine implements CasePart {
    @Inject
    Pages pages;

    @Inject
    LinkLines links;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 15, LinkLines.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        int number = links.number(open);
        return number > 0 ? Optional.of(pages.templates().linksLinked(open, number)) : Optional.empty();
    }
}
