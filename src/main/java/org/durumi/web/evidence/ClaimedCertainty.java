package org.durumi.web.evidence;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.StageEntry;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.HowSure;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.EntryMarks;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** How sure an entry of a journey is by its claims, or as somebody said whatever they say. */
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
        Map<UserId, String> people = claims.people(open);
        return entry -> Optional.of(evidence.howSure(open.view(), entry))
                .filter(HowSure::isJudged)
                .map(sure -> pages.templates().evidenceCertainty(open, entry, sure, people));
    }
}
