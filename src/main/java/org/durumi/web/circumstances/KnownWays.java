package org.durumi.web.circumstances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Leg;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** What is known of the way of everybody in the case of this request, corrections among it, read once for all parts of its page. */
@RequestScoped
class KnownWays {
    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS = CircumstancesService.EVERYTHING;

    @Inject
    CircumstancesService circumstances;

    @Inject
    Handles handles;

    private @Nullable Circumstances known;

    Circumstances of(OpenCase open) {
        if (known == null) {
            known = circumstances.history(open.view().file());
        }
        return known;
    }

    /** The legs alone, as they stand. */
    List<Leg> legs(OpenCase open) {
        return known != null
                ? known.standing().legs()
                : circumstances.of(open.view().file(), AccessGroup.LEG).legs();
    }

    /** Opens none of them. */
    int numberOfLegs(OpenCase open) {
        return known != null
                ? known.standing().legs().size()
                : circumstances.numberOfLegs(open.view().file());
    }

    /** The handles of everybody who recorded, decided or struck some of it. */
    Map<UserId, String> recorders(OpenCase open) {
        return handles.of(of(open).all().flatMap(each -> each.people().stream()).collect(Collectors.toSet()));
    }
}
