package org.durumi.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;

/** Reads a case for its summary, reduced to what the audience may see. Recorded as an export before anything is read. */
@ApplicationScoped
@Transactional
public class SummaryService {
    @Inject
    CaseSearch cases;

    @Inject
    StaffDirectory staff;

    @Inject
    @Any
    Instance<SummaryPart> parts;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * The summary for the people who work on the case. It is a draft: nobody has reviewed it.
     *
     * @throws org.durumi.kernel.NotFound if there is no such case, or not for this person; the refusal is recorded
     */
    public CaseSummary internal(CaseNumber number, Texts texts) {
        List<SummaryPart> ordered = parts.stream()
                .sorted(Comparator.comparingInt(SummaryPart::order))
                .toList();
        CaseView view = cases.export(number, groups(ordered).toArray(AccessGroup[]::new));
        OpenSummary open = new OpenSummary(view, texts);
        return new CaseSummary(
                head(open),
                ordered.stream()
                        .<Section>flatMap(part -> part.read(open).stream())
                        .toList());
    }

    /** The groups of the head and of all parts. */
    static Set<AccessGroup> groups(List<SummaryPart> parts) {
        Set<AccessGroup> shown = EnumSet.of(AccessGroup.SUMMARY, AccessGroup.CASE);
        parts.forEach(part -> shown.addAll(part.shows()));
        return shown;
    }

    private CaseSummary.Head head(OpenSummary open) {
        CaseView view = open.view();
        return new CaseSummary.Head(
                Audience.INTERNAL,
                view.file().number(),
                open.texts().text(view.file().kind()),
                staff.team(view.file().team()).name(),
                view.assignments().stream()
                        .filter(Assignment::isCurrent)
                        .map(each -> view.handles().get(each.caseworker()))
                        .collect(Collectors.joining(", ")),
                view.file().route(),
                view.file().stage(),
                view.file().level(),
                clock.instant(),
                user.requestId(),
                true);
    }
}
