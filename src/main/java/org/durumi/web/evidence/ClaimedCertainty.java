package org.durumi.web.evidence;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.NewStage;
import org.durumi.cases.StageEntry;
import org.durumi.evidence.Evidence;
import org.durumi.kernel.EntryId;
import org.durumi.web.frame.EntryMarks;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** What its claims say of an entry of a journey, beside what somebody recorded. */
@ApplicationScoped
class ClaimedCertainty implements EntryMarks {
    @Inject
    Pages pages;

    @Inject
    CaseClaims claims;

    @Override
    public Set<AccessGroup> shows() {
        return CaseClaims.SHOWS;
    }

    @Override
    public Function<StageEntry, Optional<Content>> read(OpenCase open) {
        Evidence evidence = claims.of(open);
        return entry -> evidence.certainty(sameEntry(open, entry), entry.participant())
                .map(certainty -> pages.templates().evidenceCertainty(open, certainty));
    }

    /**
     * An entry, with those that were corrected to it, which have its place in the journey, and those that say the same of others:
     * what is claimed of a family, somebody records once.
     */
    private static Set<EntryId> sameEntry(OpenCase open, StageEntry entry) {
        Set<NewStage> inItsPlace = open.view().entries().stream()
                .filter(each -> each.participant().equals(entry.participant()) && each.position() == entry.position())
                .map(StageEntry::reported)
                .collect(Collectors.toSet());
        return open.view().entries().stream()
                .filter(each -> inItsPlace.contains(each.reported()))
                .map(StageEntry::id)
                .collect(Collectors.toSet());
    }
}
