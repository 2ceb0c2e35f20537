package org.durumi.web.glass;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.BrokenGlass;
import org.durumi.cases.GlassService;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** That somebody opened a case in an emergency, until whoever was told has seen it. */
@ApplicationScoped
class GlassAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    GlassService glass;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES, HomePage.REVIEW, HomePage.LOG);
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<BrokenGlass> told = glass.told();
        return told.isEmpty() ? Optional.empty() : Optional.of(pages.templates().glassStrip(page, told));
    }
}
