package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;

/** What brokers ask, beside what is usual. */
public record Costs(List<Quote> quotes) implements Section {
    /** The width of the drawing of a price, in its own units. */
    private static final int PRICE_WIDTH = 400;

    private static final int PRICE_MARGIN = 10;

    /**
     * What a broker asks.
     *
     * @param broker the code name
     * @param quotedOn when it was said
     * @param statedEquivalent the amount in another currency as the source wrote it; empty if it wrote none
     * @param upfront the share asked before departure
     * @param norm what it is measured against; empty if there is no norm price for the route and currency
     */
    public record Quote(
            String broker,
            PartialDate quotedOn,
            Money perPerson,
            String statedEquivalent,
            String upfront,
            Optional<Norm> norm,
            String state) {
        /** How it lies beside its norm, drawn to scale from zero. */
        public PriceMarks marks(Norm usual) {
            Money high = usual.high().orElse(usual.low());
            BigDecimal most = high.amount().max(perPerson.amount());
            return new PriceMarks(x(usual.low(), most), x(high, most), x(perPerson, most));
        }

        private static int x(Money money, BigDecimal most) {
            if (most.signum() == 0) {
                return PRICE_MARGIN;
            }
            return PRICE_MARGIN
                    + money.amount()
                            .multiply(BigDecimal.valueOf(PRICE_WIDTH - 2L * PRICE_MARGIN))
                            .divide(most, 0, RoundingMode.HALF_UP)
                            .intValueExact();
        }
    }

    /**
     * The usual price per person, as it stood when the quote was recorded.
     *
     * @param high the most that is usual; empty if only the least is known
     * @param deviationInPercent how far the quote lies from the norm, frozen: −75 for a quarter
     */
    public record Norm(Money low, Optional<Money> high, int deviationInPercent) {
        /** One amount, or from the least to the most. */
        public String range(SummaryPage page) {
            return high.map(most -> page.text("summary.norm.range", low, most))
                    .orElse(page.text("summary.norm.from", low));
        }
    }

    /** Where the prices lie on the drawing of a quote. */
    public record PriceMarks(int low, int high, int quote) {}

    public Costs {
        quotes = List.copyOf(quotes);
    }

    @Override
    public String title() {
        return "summary.costs";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsCosts(page, quotes);
    }

    @Override
    public List<Costs> pieces() {
        return Section.pieces(quotes, 10, Costs::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        QuoteService service;

        @Override
        public int order() {
            return 90;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.QUOTE, AccessGroup.BROKER);
        }

        @Override
        public Optional<Costs> read(OpenSummary open) {
            return SummaryPart.lines(
                    service.of(open.view().file()).stream()
                            .filter(line -> open.prints(line.quote().participants()))
                            .toList(),
                    line -> quote(line, open.texts()),
                    Costs::new);
        }

        private static Quote quote(QuoteLine line, Texts texts) {
            var quote = line.quote();
            return new Quote(
                    line.broker().codeName(),
                    PartialDate.on(quote.obtainedOn()),
                    quote.perPerson(),
                    quote.statedEquivalent(),
                    quote.upfrontShare().map(share -> share + " %").orElse(texts.text("summary.quote.upfront.ask")),
                    quote.norm()
                            .flatMap(norm ->
                                    quote.deviation().map(deviation -> new Norm(norm.low(), norm.high(), deviation))),
                    texts.text(line.state()));
        }
    }
}
