package org.durumi.web.links;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.links.LinkLine;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** The links that began to stand, as events of the timeline. */
@ApplicationScoped
class LinkEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    LinkLines links;

    @Override
    public List<String> kinds() {
        return List.of("link");
    }

    @Override
    public Set<AccessGroup> shows() {
        return LinkLines.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Map<UserId, String> people = links.people(open);
        return links.of(open).stream()
                .filter(each -> each.link().answered().isPresent())
                .map(each -> event(open, people, each))
                .toList();
    }

    private CaseEvent event(OpenCase open, Map<UserId, String> people, LinkLine line) {
        var texts = open.texts();
        Signed answered = line.link().answered().orElseThrow();
        return new CaseEvent(
                line.link().id(),
                "link",
                PartialDate.unknown(),
                answered.at(),
                line.link().participant(open.view().file().id()).map(Set::of).orElse(Set.of()),
                texts.text("timeline.link", LinkWords.kind(line, texts), LinkWords.other(line, texts)),
                "",
                texts.text("entry.recorded", Objects.requireNonNull(people.get(answered.by())), answered.at()),
                line.stands()
                        ? Optional.empty()
                        : Optional.<Content>of(pages.templates()
                                .partsTag(texts.text(line.link().state()), "calm", "")),
                Optional.empty(),
                Optional.empty());
    }
}
