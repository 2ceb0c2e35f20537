package org.durumi.web.requests;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.requests.Request;
import org.durumi.requests.RequestState;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** That something was asked of a supervisor, and what became of it, as events of the timeline. */
@ApplicationScoped
class RequestEvents implements CaseEvents {
    private static final String KIND = "request";

    @Inject
    Pages pages;

    @Inject
    KnownRequests requests;

    @Inject
    Clock clock;

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownRequests.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Map<UserId, String> people = requests.people(open);
        Instant now = clock.instant();
        return requests.of(open).all().stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(asked(open, people, each)), ended(open, people, each, now).stream()))
                .toList();
    }

    private CaseEvent asked(OpenCase open, Map<UserId, String> people, Request request) {
        return event(
                open,
                request.id(),
                request,
                request.recorded().at(),
                open.texts().text("timeline.request.asked", request.kind()),
                by(open, people, request.recorded()),
                request.reason());
    }

    /** The system does what makes one void, and nobody lets one expire. */
    private Optional<CaseEvent> ended(OpenCase open, Map<UserId, String> people, Request request, Instant now) {
        String became = request.isExpired(now) ? "EXPIRED" : request.state().name();
        return request.ended(now)
                .map(at -> event(
                        open,
                        CaseEvent.anchor(request.id(), "end"),
                        request,
                        at,
                        open.texts().text("timeline.request." + became, request.kind()),
                        request.settled()
                                .filter(each -> request.state() != RequestState.VOID)
                                .map(each -> by(open, people, each))
                                .orElseGet(() -> open.texts().moment(at)),
                        request.word()));
    }

    private static String by(OpenCase open, Map<UserId, String> people, Signed signed) {
        return open.texts().text("entry.recorded", people.getOrDefault(signed.by(), ""), signed.at());
    }

    private CaseEvent event(
            OpenCase open, EntryId id, Request request, Instant at, String title, String by, String words) {
        return new CaseEvent(
                id,
                KIND,
                PartialDate.unknown(),
                at,
                request.leaving(),
                title,
                "",
                by,
                Optional.empty(),
                words.isEmpty()
                        ? Optional.empty()
                        : Optional.<Content>of(pages.templates().frameWords(words)),
                Optional.<Content>of(pages.templates().requestsTail(open, request)));
    }
}
