package org.durumi.web.tasks;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;
import org.durumi.work.Task;
import org.durumi.work.TaskService;

/** What is due in a case, below the alerts of which somebody has to take care now. */
@ApplicationScoped
class TasksNow implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownTasks tasks;

    @Inject
    TaskService service;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 11, KnownTasks.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        LocalDate today = pages.page().today();
        List<Task> due = open.view().file().isOpen() ? tasks.of(open).due(today) : List.of();
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().tasksNow(open, due, today, tasks.people(open)));
    }
}
