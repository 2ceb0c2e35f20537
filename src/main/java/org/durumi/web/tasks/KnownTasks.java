package org.durumi.web.tasks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.work.TaskService;
import org.durumi.work.Tasks;
import org.jspecify.annotations.Nullable;

/** The tasks of the case of this request, read once for all parts of its page. */
@RequestScoped
class KnownTasks {
    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.TASK);

    @Inject
    TaskService service;

    @Inject
    Handles handles;

    private @Nullable Tasks known;

    Tasks of(OpenCase open) {
        if (known == null) {
            known = service.of(open.view().file());
        }
        return known;
    }

    /** How many are open; opens none of them. */
    int number(OpenCase open) {
        return known != null
                ? known.open().size()
                : service.numberOfOpen(open.view().file());
    }

    /** The handles of everybody who has to do with some of them. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(of(open).people());
    }
}
