package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;

/** What every feature knows of a person. */
@ApplicationScoped
class PersonParts {
    @Inject
    @Any
    Instance<PersonPart> someParts;

    private List<PersonPart> parts = List.of();

    /** The features that are there are the same for everybody, for as long as the application runs. */
    @PostConstruct
    void collect() {
        parts = someParts.stream()
                .sorted(Comparator.comparingInt(PersonPart::order))
                .toList();
    }

    /** Reads once for everybody in the case; what it returns draws one person, part by part. */
    Function<Participant, List<Content>> read(OpenCase open) {
        List<Function<Participant, Content>> read =
                parts.stream().map(part -> part.read(open)).toList();
        return who -> read.stream().map(part -> part.apply(who)).toList();
    }

    Set<AccessGroup> shows() {
        return parts.stream().flatMap(part -> part.shows().stream()).collect(Collectors.toSet());
    }
}
