package org.durumi.web.handover;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.DeputyLine;
import org.durumi.cases.DeputyService;
import org.durumi.identity.CurrentUser;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** For whom the reader stands in, and who stands in for them or somebody of their team; now and soon. */
@ApplicationScoped
class DeputiesAtHome implements HomePart {
    /** Of what comes later, whoever wants to know asks; but where a deputy is missing, that is said until another one is named. */
    private static final int SOON = 7;

    @Inject
    Pages pages;

    @Inject
    DeputyService deputies;

    @Inject
    CurrentUser user;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES, HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<DeputyLine> known = deputies.known().stream()
                .filter(each -> each.open()
                        || !each.deputyship().first().isAfter(page.today().plusDays(SOON)))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .handoverStrip(page, known, user.actor().id()));
    }
}
