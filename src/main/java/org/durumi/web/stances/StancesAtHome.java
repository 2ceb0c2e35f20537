package org.durumi.web.stances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.stances.StanceProposal;
import org.durumi.stances.StanceService;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** What somebody of the other role proposes of a country. */
@ApplicationScoped
class StancesAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    StanceService stances;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.REVIEW, HomePage.STAFF);
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<StanceProposal> waiting = stances.awaiting();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().stancesStrip(page, waiting, stances.handles(waiting)));
    }
}
