package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** The table of people on the overview of a case in which they are too many for cards. */
@ApplicationScoped
class PeopleOnOverview implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CaseRisk risk;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 20, PeopleTable.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return open.isSmall()
                ? Optional.empty()
                : Optional.of(PeopleTable.of(open, risk.assessed(open)).drawn(pages.templates(), open));
    }
}
