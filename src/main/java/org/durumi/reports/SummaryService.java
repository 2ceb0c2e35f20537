package org.durumi.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.costs.QuoteService;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;
import org.durumi.risk.RiskService;

/** Reads a case for its summary, reduced to what the audience may see. Recorded as an export before anything is read. */
@ApplicationScoped
@Transactional
public class SummaryService {
    @Inject
    CaseSearch cases;

    @Inject
    CircumstancesService circumstances;

    @Inject
    QuoteService quotes;

    @Inject
    RiskService risks;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    /**
     * The summary for the people who work on the case. It is a draft: nobody has reviewed it.
     *
     * @throws org.durumi.kernel.NotFound if there is no such case, or not for this person; the refusal is recorded
     */
    public CaseSummary internal(CaseNumber number, Texts texts) {
        CaseView view = cases.export(
                number,
                AccessGroup.SUMMARY,
                AccessGroup.CASE,
                AccessGroup.PARTICIPANT,
                AccessGroup.JOURNEY,
                AccessGroup.ATTEMPT,
                AccessGroup.LEG,
                AccessGroup.DEVICE,
                AccessGroup.VULNERABILITY,
                AccessGroup.QUOTE,
                AccessGroup.BROKER,
                AccessGroup.RISK,
                AccessGroup.ALERT,
                AccessGroup.WAIVER);
        Set<BrokerId> mentioned = view.entries().stream()
                .map(StageEntry::broker)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new InternalSummary(
                        view,
                        staff.team(view.file().team()).name(),
                        circumstances.of(view.file()),
                        quotes.of(view.file()),
                        quotes.brokers(mentioned),
                        risks.of(view),
                        texts)
                .at(clock.instant());
    }
}
