package org.durumi.web.work;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;
import org.durumi.work.CaseCheckIns;
import org.durumi.work.CheckIn;
import org.durumi.work.CheckInKind;
import org.durumi.work.CheckInStep;

/** What was missed, duress, and what others said, as events of the timeline. That all was well is left out: it would hide the rest. */
@ApplicationScoped
class CheckInEvents implements CaseEvents {
    private static final String KIND = "check-in";

    @Inject
    Pages pages;

    @Inject
    KnownCheckIns known;

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownCheckIns.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        CaseCheckIns all = known.of(open);
        Map<UserId, String> handles = known.recorders(all);
        return Stream.concat(
                        all.missed().stream().map(each -> missed(open, each)),
                        all.heard().stream()
                                .filter(each -> each.kind() != CheckInKind.OK)
                                .map(each -> heard(open, each, handles)))
                .toList();
    }

    private static CaseEvent missed(OpenCase open, CheckInStep step) {
        return event(
                open,
                step.id(),
                step.due(),
                step.at(),
                step.participant(),
                open.texts().text("timeline.check-in.missed", step.due()),
                "alarm",
                open.texts().text("check-in.noticed", step.at()),
                Optional.empty());
    }

    private CaseEvent heard(OpenCase open, CheckIn checkIn, Map<UserId, String> handles) {
        return event(
                open,
                checkIn.id(),
                checkIn.recorded().at(),
                checkIn.recorded().at(),
                checkIn.participant(),
                open.texts().text("timeline.check-in." + checkIn.kind().name()),
                checkIn.kind() == CheckInKind.DURESS ? "alarm" : "",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(
                                        handles.get(checkIn.recorded().by())),
                                checkIn.recorded().at()),
                checkIn.word().isEmpty()
                        ? Optional.empty()
                        : Optional.of(pages.templates().workSaid(checkIn)));
    }

    private static CaseEvent event(
            OpenCase open,
            EntryId id,
            Instant happened,
            Instant recorded,
            ParticipantId who,
            String title,
            String tone,
            String by,
            Optional<Content> body) {
        return new CaseEvent(
                id,
                KIND,
                PartialDate.on(open.texts().dayOf(happened)),
                recorded,
                Set.of(who),
                title,
                tone,
                by,
                Optional.empty(),
                body,
                Optional.empty());
    }
}
