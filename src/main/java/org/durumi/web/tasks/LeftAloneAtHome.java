package org.durumi.web.tasks;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.work.WorkloadService;

/** The cases of a supervisor's team whose caseworkers may not come in any more: somebody else has to take them over. */
@ApplicationScoped
class LeftAloneAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    WorkloadService workload;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<CaseNumber> alone = workload.leftAlone();
        return alone.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().tasksLeftAlone(page, alone));
    }
}
