package org.durumi.web.links;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** With which other cases a case is linked, and what waits or is suggested. */
@ApplicationScoped
class LinksPart implements CasePart {
    static final CaseTab TAB = new CaseTab("links", "case.tab.links", 60);

    @Inject
    Pages pages;

    @Inject
    LinkLines links;

    @Override
    public PartPlace place() {
        return new PartPlace(TAB, 10, LinkLines.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.of(pages.templates().linksPanel(open, links.of(open), links.people(open)));
    }

    @Override
    public OptionalInt count(OpenCase open) {
        return OptionalInt.of(links.number(open));
    }
}
