package org.durumi.web.costs;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.durumi.costs.QuoteLine;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** The prices that still stand in a case, in one line of the overview. */
@ApplicationScoped
class PriceLine implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CaseQuotes quotes;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 50, CaseQuotes.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        List<QuoteLine> standing =
                quotes.of(open).stream().filter(QuoteLine::stands).toList();
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().costsLine(open, standing));
    }
}
