package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.drafts.DraftService;
import org.durumi.drafts.MyDraft;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** The intakes and forms that the reader has begun. */
@ApplicationScoped
class MyDraftsAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    DraftService drafts;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<MyDraft> mine = drafts.mine();
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .intakeMine(
                                page, mine.stream().map(MyDraft::line).toList(), LaterForms.names(mine, page.texts())));
    }
}
