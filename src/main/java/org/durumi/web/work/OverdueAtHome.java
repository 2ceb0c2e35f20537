package org.durumi.web.work;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseSearch;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.work.Overdue;
import org.durumi.work.OverdueLine;
import org.durumi.work.OverdueService;

/** Who was not heard of. */
@ApplicationScoped
class OverdueAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    OverdueService overdue;

    @Inject
    CaseSearch search;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES, HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Content> read(Page page) {
        Overdue mine = overdue.mine();
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .workStrip(
                                page,
                                mine,
                                search.insteadOf(mine.own().stream()
                                        .map(OverdueLine::number)
                                        .toList())));
    }
}
