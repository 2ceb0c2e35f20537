package org.durumi.web.circumstances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Circumstance;
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

    private @Nullable Circumstances legs;

    Circumstances of(OpenCase open) {
        if (known == null) {
            known = circumstances.history(open.view().file());
        }
        return known;
    }

    /** The legs alone, corrections among them. */
    List<Leg> legs(OpenCase open) {
        if (known != null) {
            return known.legs();
        }
        if (legs == null) {
            legs = circumstances.history(open.view().file(), AccessGroup.LEG);
        }
        return legs.legs();
    }

    /** The same, as they stand. */
    List<Leg> standingLegs(OpenCase open) {
        return legs(open).stream().filter(Leg::stands).toList();
    }

    /** Opens none of them. */
    int numberOfLegs(OpenCase open) {
        return known != null || legs != null
                ? standingLegs(open).size()
                : circumstances.numberOfLegs(open.view().file());
    }

    /** The handles of everybody who recorded, decided or struck some of it. */
    Map<UserId, String> recorders(OpenCase open) {
        return recorders(of(open).all());
    }

    /** The same of some. */
    Map<UserId, String> recorders(Stream<? extends Circumstance<?, ?, ?>> some) {
        return handles.of(some.flatMap(each -> each.people().stream()).collect(Collectors.toSet()));
    }
}
