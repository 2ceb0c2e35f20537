package org.durumi.web.tasks;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;
import org.durumi.work.Task;
import org.durumi.work.TaskEnd;

/** What came of tasks, as events of the timeline. */
@ApplicationScoped
class TaskEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    KnownTasks tasks;

    @Override
    public List<String> kinds() {
        return List.of("task");
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownTasks.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Map<UserId, String> people = tasks.people(open);
        return tasks.of(open).settled().stream()
                // What took its place says it.
                .filter(each -> !each.ended().equals(Optional.of(TaskEnd.RENEWED)))
                .map(each -> event(open, people, each))
                .toList();
    }

    private CaseEvent event(OpenCase open, Map<UserId, String> people, Task task) {
        Signed settled = task.settled().orElseThrow();
        return new CaseEvent(
                task.id(),
                "task",
                PartialDate.unknown(),
                settled.at(),
                task.whom(),
                TaskTitle.of(task, open.texts()),
                "",
                task.ended().filter(TaskEnd::isByItself).isPresent()
                        ? open.texts().text("task.settled.itself", settled.at())
                        : open.texts()
                                .text("entry.recorded", Objects.requireNonNull(people.get(settled.by())), settled.at()),
                Optional.<Content>of(pages.templates().tasksMarks(open.page(), task)),
                task.word().isEmpty()
                        ? Optional.empty()
                        : Optional.<Content>of(pages.templates().frameWords(task.word())),
                Optional.empty());
    }
}
