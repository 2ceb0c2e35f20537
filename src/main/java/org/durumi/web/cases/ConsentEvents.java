package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Consent;
import org.durumi.cases.ConsentService;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** What people agreed to or refused, and that they took it back, as events of the timeline. */
@ApplicationScoped
class ConsentEvents implements CaseEvents {
    private static final String KIND = "consent";

    @Inject
    Pages pages;

    @Inject
    ConsentService consents;

    @Inject
    Handles handles;

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.CONSENT);
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        List<Consent> known = consents.of(open.view()).all();
        Map<UserId, String> people = handles.of(
                known.stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet()));
        return known.stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(given(open, each, people)), withdrawn(open, each, people).stream()))
                .toList();
    }

    private CaseEvent given(OpenCase open, Consent consent, Map<UserId, String> people) {
        String struckBy = consent.struck().map(Signed::by).map(people::get).orElse("");
        return event(
                open,
                consent.id(),
                consent,
                consent.given(),
                open.texts().text("timeline.consent." + (consent.isRefusal() ? "refused" : "given"), consent.purpose()),
                by(open, "entry.recorded", consent.recorded(), people),
                Optional.of(pages.templates().casesConsentSaid(open.page(), consent, struckBy)));
    }

    private static Optional<CaseEvent> withdrawn(OpenCase open, Consent consent, Map<UserId, String> people) {
        return consent.withdrawn()
                .map(signed -> event(
                        open,
                        CaseEvent.anchor(consent.id(), "withdrawal"),
                        consent,
                        PartialDate.on(consent.withdrawnOn().orElseThrow()),
                        open.texts().text("timeline.consent.withdrawn", consent.purpose()),
                        by(open, "entry.recorded", signed, people),
                        Optional.empty()));
    }

    private static CaseEvent event(
            OpenCase open,
            EntryId id,
            Consent consent,
            PartialDate when,
            String title,
            String by,
            Optional<Content> body) {
        return new CaseEvent(
                id,
                KIND,
                when,
                id.equals(consent.id())
                        ? consent.recorded().at()
                        : consent.withdrawn().orElseThrow().at(),
                Set.of(consent.participant()),
                title,
                consent.stands() ? "" : "struck",
                by,
                Optional.empty(),
                body,
                Optional.empty());
    }

    private static String by(OpenCase open, String key, Signed signed, Map<UserId, String> people) {
        return open.texts().text(key, Objects.requireNonNull(people.get(signed.by())), signed.at());
    }
}
