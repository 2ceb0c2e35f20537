package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.drafts.DraftLine;
import org.durumi.drafts.TeamDraftService;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** The intakes and forms that caseworkers of a supervisor's team have begun and not touched for three days. */
@ApplicationScoped
class WaitingDraftsAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    TeamDraftService drafts;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<DraftLine> waiting = drafts.waiting();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().intakeWaiting(page, waiting));
    }
}
