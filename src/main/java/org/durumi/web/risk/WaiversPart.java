package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.durumi.risk.RiskPanel;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Every waiver that was granted in a case. */
@ApplicationScoped
class WaiversPart implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CaseRisk risk;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.ABOUT, 50, CaseRisk.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        RiskPanel panel = risk.panel(open);
        return panel.waivers().isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().riskWaivers(open.page(), panel));
    }
}
