package org.durumi.web.evidence;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.StageEntry;
import org.durumi.evidence.Evidence;
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
        return entry -> evidence.certainty(open.view().sameEntry(entry), entry.participant())
                .map(certainty -> pages.templates().evidenceCertainty(open, certainty));
    }
}
