package org.durumi.web.work;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;
import org.durumi.work.CaseCheckIns;

/** Who of many is to be heard of next, on the overview of a case whose people are too many for cards. */
@ApplicationScoped
class AwaitedNow implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownCheckIns known;

    @Inject
    Clock clock;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 25, KnownCheckIns.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        if (open.isSmall()) {
            return Optional.empty();
        }
        CaseCheckIns all = known.of(open);
        Instant now = clock.instant();
        List<CheckInPanel> awaited = open.view().participants().stream()
                .map(who -> new CheckInPanel(open, who, all.of(who.id()), Map.of(), now))
                .filter(each -> each.plan().filter(one -> one.plan().awaits()).isPresent())
                .sorted(Comparator.comparing(
                        each -> each.plan().orElseThrow().climb().since()))
                .toList();
        return awaited.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().workNow(open, awaited));
    }
}
