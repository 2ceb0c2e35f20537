package org.durumi.web.costs;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.costs.QuoteLine;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** The quotes that were obtained, as events of the timeline. */
@ApplicationScoped
class QuoteEvents implements CaseEvents {
    @Inject
    Pages pages;

    @Inject
    CaseQuotes quotes;

    @Override
    public List<String> kinds() {
        return List.of("quote");
    }

    @Override
    public Set<AccessGroup> shows() {
        return CaseQuotes.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Map<UserId, String> people = quotes.people(open);
        return quotes.of(open).stream().map(each -> event(open, people, each)).toList();
    }

    private CaseEvent event(OpenCase open, Map<UserId, String> people, QuoteLine line) {
        var quote = line.quote();
        return new CaseEvent(
                quote.id(),
                "quote",
                PartialDate.on(quote.obtainedOn()),
                quote.recorded().at(),
                quote.participants(),
                open.texts().text("timeline.quote", line.broker().codeName(), quote.perPerson()),
                "",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(
                                        people.get(quote.recorded().by())),
                                quote.recorded().at()),
                Optional.<Content>of(pages.templates().partsTag(open.texts().text(line.state()), "calm", "")),
                Optional.empty(),
                Optional.<Content>of(pages.templates()
                        .costsTail(
                                open.page(),
                                open.address() + "/quotes/" + quote.id(),
                                line.broker().codeName())));
    }
}
