package org.durumi.web.notes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.work.NoteService;
import org.durumi.work.Notes;
import org.jspecify.annotations.Nullable;

/** The notes and contacts of the case of this request, what was changed among them, read once for all parts of its page. */
@RequestScoped
class KnownNotes {
    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.NOTE);

    @Inject
    NoteService service;

    @Inject
    Handles handles;

    private @Nullable Notes known;

    Notes of(OpenCase open) {
        if (known == null) {
            known = service.of(open.view().file());
        }
        return known;
    }

    /** Opens none of them. */
    int number(OpenCase open) {
        return known != null
                ? known.standing().size()
                : service.numberOf(open.view().file());
    }

    /** The handles of everybody who recorded or changed some of it. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(of(open).people());
    }
}
