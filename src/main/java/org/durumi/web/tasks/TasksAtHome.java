package org.durumi.web.tasks;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseSearch;
import org.durumi.identity.Role;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.work.DueTasks;
import org.durumi.work.TaskLine;
import org.durumi.work.TaskService;

/** The tasks that are due next. */
@ApplicationScoped
class TasksAtHome implements HomePart {
    /** More are folded: nobody does more in a day. */
    private static final int MOST = 7;

    @Inject
    Pages pages;

    @Inject
    TaskService tasks;

    @Inject
    CaseSearch search;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES, HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Content> read(Page page) {
        DueTasks due = tasks.due(MOST);
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .tasksStrip(
                                page,
                                due,
                                page.today(),
                                page.is(Role.SUPERVISOR),
                                search.insteadOf(due.lines().stream()
                                        .map(TaskLine::number)
                                        .toList())));
    }
}
