package org.durumi.web.requests;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.requests.Request;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** What is asked of a supervisor in a case, and for a week what became of it, below what is to be done. */
@ApplicationScoped
class RequestsNow implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownRequests requests;

    @Inject
    Clock clock;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 12, KnownRequests.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        Instant now = clock.instant();
        List<Request> recent = open.view().file().isOpen() ? requests.of(open).recent(now) : List.of();
        return recent.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().requestsNow(open, recent, now, requests.people(open)));
    }
}
