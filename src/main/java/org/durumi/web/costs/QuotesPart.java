package org.durumi.web.costs;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Every quote of a case beside its norm, with what stands against it. */
@ApplicationScoped
class QuotesPart implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CaseQuotes quotes;

    @Inject
    RiskService risk;

    @Override
    public PartPlace place() {
        return new PartPlace(
                CostsPage.TAB, 10, Set.of(AccessGroup.QUOTE, AccessGroup.BROKER, AccessGroup.RISK, AccessGroup.WAIVER));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.of(
                pages.templates().costsPanel(open, quotes.of(open), risk.blocks(open.view()), quotes.people(open)));
    }

    @Override
    public OptionalInt count(OpenCase open) {
        return OptionalInt.of(quotes.number(open));
    }
}
