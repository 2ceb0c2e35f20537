package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.durumi.web.support.Pages;

/** The last things that were recorded, on the overview of a case with so many people that their cards do not fit. */
@ApplicationScoped
class LastEvents implements CasePart {
    private static final int SHOWN = 5;

    @Inject
    Pages pages;

    @Inject
    CaseTimeline timeline;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 30, timeline.shows());
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        if (open.isSmall()) {
            return Optional.empty();
        }
        List<CaseEvent> last = timeline.of(open).stream()
                .sorted(CaseEvent.BY_RECORDING)
                .limit(SHOWN)
                .toList();
        return Optional.of(pages.templates().frameLast(open, last));
    }
}
