package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.StageEntry;

/** What every feature says of how sure an entry of a journey is, in place of what was recorded with it. */
@ApplicationScoped
public class EveryMark {
    @Inject
    @Any
    Instance<EntryMarks> marks;

    /** The groups of fields that are shown with entries: those of the entries themselves, and of what stands beside them. */
    public Set<AccessGroup> shows(Set<AccessGroup> ofEntries) {
        return Stream.concat(ofEntries.stream(), marks.stream().flatMap(each -> each.shows().stream()))
                .collect(Collectors.toSet());
    }

    /** Reads once for every entry in the case. */
    public Function<StageEntry, List<Content>> read(OpenCase open) {
        List<Function<StageEntry, Optional<Content>>> read =
                marks.stream().map(each -> each.read(open)).toList();
        return entry ->
                read.stream().flatMap(each -> each.apply(entry).stream()).toList();
    }
}
