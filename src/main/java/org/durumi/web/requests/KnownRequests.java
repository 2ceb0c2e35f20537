package org.durumi.web.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.UserId;
import org.durumi.requests.RequestService;
import org.durumi.requests.Requests;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** The requests of the case of a page, read once for all its parts. */
@RequestScoped
class KnownRequests {
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.REQUEST);

    @Inject
    RequestService service;

    @Inject
    Handles handles;

    private @Nullable Requests known;

    Requests of(OpenCase open) {
        if (known == null) {
            known = service.of(open.view().file());
        }
        return known;
    }

    /** The handles of everybody who has to do with some of them. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(of(open).people());
    }
}
