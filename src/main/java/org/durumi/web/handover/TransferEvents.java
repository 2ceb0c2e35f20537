package org.durumi.web.handover;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.TransferLine;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** That a case was offered to another team, and what became of that, as events of the timeline. */
@ApplicationScoped
class TransferEvents implements CaseEvents {
    private static final String KIND = "transfer";

    @Inject
    Pages pages;

    @Inject
    KnownTransfers transfers;

    @Inject
    Handles handles;

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownTransfers.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        List<TransferLine> known = transfers.of(open);
        Map<UserId, String> people = handles.of(
                known.stream().flatMap(each -> each.people().stream()).toList());
        return known.stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(offered(open, each, people)), ended(open, each, people).stream()))
                .toList();
    }

    private CaseEvent offered(OpenCase open, TransferLine line, Map<UserId, String> people) {
        Signed signed = line.transfer().offered();
        return event(
                line.transfer().id(),
                signed.at(),
                open.texts().text("timeline.transfer.offered", line.from(), line.to()),
                by(open, people, signed),
                pages.templates()
                        .handoverTransferSaid(
                                line.transfer().reason(), line.transfer().note()));
    }

    private Optional<CaseEvent> ended(OpenCase open, TransferLine line, Map<UserId, String> people) {
        return line.ended()
                .map(at -> event(
                        CaseEvent.anchor(line.transfer().id(), "end"),
                        at,
                        open.texts().text("timeline.transfer." + line.state().name(), line.from(), line.to()),
                        line.answered()
                                .map(each -> by(open, people, each))
                                .orElseGet(() -> open.texts().moment(at)),
                        pages.templates().handoverTransferSaid(line.word(), "")));
    }

    private static String by(OpenCase open, Map<UserId, String> people, Signed signed) {
        return open.texts().text("entry.recorded", people.getOrDefault(signed.by(), ""), signed.at());
    }

    private static CaseEvent event(EntryId id, Instant at, String title, String by, Content said) {
        return new CaseEvent(
                id,
                KIND,
                PartialDate.unknown(),
                at,
                Set.of(),
                title,
                "",
                by,
                Optional.empty(),
                Optional.of(said),
                Optional.empty());
    }
}
