package org.durumi.web.tasks;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;

/** The place of the tasks in the navigation of a case, with the number of open ones; {@link TaskController} draws the page. */
@ApplicationScoped
class TasksCount implements CasePart {
    @Inject
    KnownTasks tasks;

    @Override
    public PartPlace place() {
        return new PartPlace(TaskController.TAB, 10, Set.of());
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.empty();
    }

    @Override
    public OptionalInt count(OpenCase open) {
        return OptionalInt.of(tasks.number(open));
    }
}
