package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.SplitOff;
import org.durumi.cases.TakenOut;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** That somebody was taken out of a case or put in again, and that it was split off, as events of the timeline. */
@ApplicationScoped
class LeavingEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    KnownLeavings leavings;

    @Override
    public List<String> kinds() {
        return List.of("leaving");
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.PARTICIPANT);
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        return Stream.concat(
                        leavings.acts(open).stream().flatMap(each -> of(open, each)),
                        leavings.splitOff(open).stream().map(each -> event(open, each)))
                .toList();
    }

    private Stream<CaseEvent> of(OpenCase open, TakenOut act) {
        Set<ParticipantId> who = Set.of(act.participant());
        String title = act.into()
                .map(number -> open.texts().text("timeline.split-into", leavings.name(open, number)))
                .orElse(open.texts().text("timeline.taken-out.by-mistake"));
        return Stream.concat(
                Stream.of(event(open, act.id(), act.recorded(), who, title, act.why())),
                act.putBack().stream()
                        .map(back -> event(
                                open,
                                CaseEvent.anchor(act.id(), "way back"),
                                back,
                                who,
                                open.texts().text("timeline.put-back"),
                                act.whyBack())));
    }

    private CaseEvent event(OpenCase open, SplitOff split) {
        String title = open.texts().text("timeline.split-off", leavings.name(open, split.from()));
        return event(open, split.id(), split.recorded(), Set.of(), title, split.why());
    }

    private CaseEvent event(
            OpenCase open, EntryId id, Signed signed, Set<ParticipantId> whom, String title, String why) {
        Map<UserId, String> handles = leavings.people(open);
        return new CaseEvent(
                id,
                "leaving",
                PartialDate.on(open.texts().dayOf(signed.at())),
                signed.at(),
                whom,
                title,
                "",
                open.texts().text("entry.recorded", Objects.requireNonNull(handles.get(signed.by())), signed.at()),
                Optional.empty(),
                Optional.<Content>of(pages.templates().frameWords(why)),
                Optional.empty());
    }
}
