package org.durumi.web.circumstances;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Leg;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** What is known of the way of everybody in the case of this request, read once for all parts of its page. */
@RequestScoped
class KnownWays {
    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS =
            Set.of(AccessGroup.ATTEMPT, AccessGroup.DEVICE, AccessGroup.VULNERABILITY, AccessGroup.LEG);

    @Inject
    CircumstancesService circumstances;

    @Inject
    Handles handles;

    private @Nullable Circumstances known;

    Circumstances of(OpenCase open) {
        if (known == null) {
            known = circumstances.of(open.view().file());
        }
        return known;
    }

    /** The legs alone. */
    List<Leg> legs(OpenCase open) {
        return known != null
                ? known.legs()
                : circumstances.of(open.view().file(), AccessGroup.LEG).legs();
    }

    /** Opens none of them. */
    int numberOfLegs(OpenCase open) {
        return known != null
                ? known.legs().size()
                : circumstances.numberOfLegs(open.view().file());
    }

    /** The handles of everybody who recorded some of it. */
    Map<UserId, String> recorders(OpenCase open) {
        Circumstances all = of(open);
        return handles.of(Stream.of(all.attempts(), all.devices(), all.vulnerabilities(), all.legs())
                .flatMap(List::stream)
                .map(each -> each.recorded().by())
                .collect(Collectors.toSet()));
    }
}
