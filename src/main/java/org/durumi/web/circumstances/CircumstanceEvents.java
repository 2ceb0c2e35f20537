package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Circumstances;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.vault.CaseRow;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** What is known of people's ways, as events of the timeline. */
@ApplicationScoped
class CircumstanceEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public List<String> kinds() {
        return List.of("attempt", "device", "vulnerability", "leg");
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownWays.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Circumstances known = ways.of(open);
        Map<UserId, String> recorders = ways.recorders(open);
        Texts texts = open.texts();
        List<CaseEvent> events = new ArrayList<>();
        known.attempts()
                .forEach(each -> events.add(event(
                        open,
                        recorders,
                        each,
                        new Said(
                                "attempt",
                                "attempts",
                                each.happened(),
                                Set.of(each.participant()),
                                texts.text("circumstances.attempt", each.number(), each.outcome()),
                                each.consequences()))));
        known.devices()
                .forEach(each -> events.add(event(
                        open,
                        recorders,
                        each,
                        new Said(
                                "device",
                                "devices",
                                PartialDate.unknown(),
                                Set.of(each.participant()),
                                texts.text("timeline.device", each.label()),
                                ""))));
        known.vulnerabilities()
                .forEach(each -> events.add(event(
                        open,
                        recorders,
                        each,
                        new Said(
                                "vulnerability",
                                "vulnerabilities",
                                each.since(),
                                Set.of(each.participant()),
                                texts.text(each.kind()),
                                ""))));
        known.legs()
                .forEach(each -> events.add(event(
                        open,
                        recorders,
                        each,
                        new Said(
                                "leg",
                                "legs",
                                each.left(),
                                each.travellers(),
                                texts.text(
                                        "circumstances.leg",
                                        open.page().place(each.from()),
                                        open.page().place(each.to())),
                                texts.text(each.state()) + " · " + texts.text(each.means())))));
        return events;
    }

    /**
     * What one kind says in its line.
     *
     * @param path the word in its addresses
     */
    private record Said(
            String kind, String path, PartialDate happened, Set<ParticipantId> whom, String title, String words) {}

    private CaseEvent event(OpenCase open, Map<UserId, String> recorders, CaseRow<?> row, Said said) {
        return new CaseEvent(
                row.id(),
                said.kind(),
                said.happened(),
                row.recorded().at(),
                said.whom(),
                said.title(),
                "",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(
                                        recorders.get(row.recorded().by())),
                                row.recorded().at()),
                Optional.empty(),
                said.words().isEmpty()
                        ? Optional.empty()
                        : Optional.<Content>of(pages.templates().frameWords(said.words())),
                open.actions().records()
                        ? Optional.<Content>of(pages.templates()
                                .circumstancesTail(
                                        open.page(), open.address() + "/" + said.path() + "/" + row.id(), said.title()))
                        : Optional.empty());
    }
}
