package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Detention;
import org.durumi.kernel.EntryId;
import org.durumi.route.Stage;
import org.durumi.web.frame.EntryMarks;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** How somebody is held, beside the entry that says that they are. */
@ApplicationScoped
class HeldMarks implements EntryMarks {
    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public Set<AccessGroup> shows() {
        return KnownWays.SHOWS;
    }

    @Override
    public Function<StageEntry, Optional<Content>> read(OpenCase open) {
        List<Detention> detentions = ways.of(open).standing().detentions();
        return entry -> entry.stage() == Stage.DETENTION
                ? under(entry, open.view().sameEntry(entry), detentions)
                        .map(each -> pages.templates().circumstancesHeld(open, each))
                : Optional.empty();
    }

    /** The latest of the detentions that belong to an entry. */
    private static Optional<Detention> under(StageEntry entry, Set<EntryId> same, List<Detention> detentions) {
        return detentions.stream().filter(each -> isUnder(each, same, entry)).reduce((earlier, later) -> later);
    }

    private static boolean isUnder(Detention detention, Set<EntryId> entries, StageEntry entry) {
        return detention.whom().contains(entry.participant())
                && detention.known().entry().filter(entries::contains).isPresent();
    }
}
