package org.durumi.web.requests;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.jdbc.PageOf;
import org.durumi.requests.RequestLine;
import org.durumi.requests.RequestService;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** What awaits the answer of a supervisor, and what a caseworker asked for and nobody has answered. */
@ApplicationScoped
class RequestsAtHome implements HomePart {
    /** A supervisor has a page for all of them. */
    private static final int MOST = 7;

    @Inject
    Pages pages;

    @Inject
    RequestService requests;

    @Inject
    Handles handles;

    @Inject
    Clock clock;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES, HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Optional<Content> read(Page page) {
        boolean team = page.is(Role.SUPERVISOR);
        PageOf<RequestLine> found = team ? requests.waiting(0, MOST) : new PageOf<>(requests.mine(), false);
        List<RequestLine> lines = found.rows();
        return lines.isEmpty() && !found.more()
                ? Optional.empty()
                : Optional.of(pages.templates()
                        .requestsStrip(
                                page,
                                lines,
                                found.more(),
                                clock.instant(),
                                team,
                                handles.of(lines.stream()
                                        .map(each -> each.request().recorded().by())
                                        .toList())));
    }
}
