package org.durumi.web.evidence;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.evidence.Claim;
import org.durumi.evidence.Evidence;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** What is claimed, as events of the timeline: on the day of which it tells, or on which it was said. */
@ApplicationScoped
class ClaimEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    CaseClaims claims;

    @Override
    public List<String> kinds() {
        return List.of("claim");
    }

    @Override
    public Set<AccessGroup> shows() {
        return CaseClaims.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Evidence evidence = claims.of(open);
        Map<UserId, String> people = claims.people(open);
        return evidence.claims().stream()
                .map(each -> event(open, evidence, people, each))
                .toList();
    }

    private CaseEvent event(OpenCase open, Evidence evidence, Map<UserId, String> people, Claim claim) {
        String source = evidence.source(claim).codeName();
        return new CaseEvent(
                claim.id(),
                "claim",
                claim.known().happened().isKnown()
                        ? claim.known().happened()
                        : claim.known().said(),
                claim.recorded().at(),
                claim.whom(),
                open.texts().text("timeline.claim", claim.topic(), source),
                claim.stands() ? "" : "struck",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(
                                        people.get(claim.recorded().by())),
                                claim.recorded().at()),
                Optional.<Content>of(
                        pages.templates().evidenceMarks(open.page(), claim, evidence.isContradicted(claim))),
                Optional.<Content>of(pages.templates().evidenceEvent(open, claim, people)),
                claim.stands()
                        ? Optional.<Content>of(pages.templates().evidenceTail(open, claim, source))
                        : Optional.empty());
    }
}
