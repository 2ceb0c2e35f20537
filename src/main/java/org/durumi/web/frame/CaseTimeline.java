package org.durumi.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;

/** Everything that happened in a case, as one stream of what the features know. */
@ApplicationScoped
class CaseTimeline {
    @Inject
    @Any
    Instance<CaseEvents> sources;

    /** In any order. */
    List<CaseEvent> of(OpenCase open) {
        return sources.stream().flatMap(source -> source.of(open).stream()).toList();
    }

    /** What the filter can select. */
    List<String> kinds() {
        return sources.stream()
                .flatMap(source -> source.kinds().stream())
                .sorted()
                .toList();
    }

    Set<AccessGroup> shows() {
        return sources.stream().flatMap(source -> source.shows().stream()).collect(Collectors.toSet());
    }
}
