package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.durumi.risk.RiskPanel;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** What to do now: alerts by cause, those in hand folded, and what must still be asked. */
@ApplicationScoped
class AlertsNow implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CaseRisk risk;

    @Inject
    AlertCards cards;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 10, CaseRisk.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        RiskPanel panel = risk.panel(open);
        List<AlertCause> causes = AlertCause.of(cards.open(panel));
        List<OpenQuestion> questions = open.isSmall() ? List.of() : OpenQuestion.of(panel, open.view());
        return causes.isEmpty() && questions.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().riskNow(open, causes, questions));
    }
}
