package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.risk.RiskPanel;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** The risk of a person: what was found, what is blocked, what must be asked. */
@ApplicationScoped
class PersonRisk implements PersonPart {
    @Inject
    Pages pages;

    @Inject
    CaseRisk risk;

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<AccessGroup> shows() {
        return CaseRisk.SHOWS;
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        RiskPanel panel = risk.panel(open);
        return who -> pages.templates().riskPerson(open, who, panel);
    }
}
