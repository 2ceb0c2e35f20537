package org.durumi.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.reports.CaseSummary.Level;
import org.durumi.reports.CaseSummary.Norm;
import org.durumi.reports.CaseSummary.Participant;
import org.durumi.reports.CaseSummary.Quote;
import org.durumi.reports.CaseSummary.StepState;
import org.durumi.route.Place;

/** A summary in the words of its reader, with the measures of its drawings: what the page of the PDF prints. */
public record SummaryPage(CaseSummary summary, Texts texts) {
    /** The width of the drawing of the way, in its own units. */
    public static final int WAY_WIDTH = 700;
    /** The width of the drawing of a price, in its own units. */
    public static final int PRICE_WIDTH = 400;

    private static final int PRICE_MARGIN = 10;
    private static final int FEW_ROWS = 6;

    /** One step on the drawing of the way: its word and the middle of its mark. */
    public record Mark(String word, StepState state, int x) {
        public boolean isDone() {
            return state == StepState.DONE;
        }

        public boolean isCurrent() {
            return state == StepState.CURRENT;
        }
    }

    /** Where the prices lie on the drawing of a quote. */
    public record PriceMarks(int low, int high, int quote) {}

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    public String word(Enum<?> constant) {
        return texts.text(constant);
    }

    public String day(LocalDate day) {
        return texts.day(day);
    }

    public String moment(Instant moment) {
        return texts.moment(moment);
    }

    public String date(PartialDate date) {
        return texts.date(date);
    }

    public String money(Money money) {
        return texts.money(money);
    }

    /** City and country, as far as they are known. */
    public String place(Place place) {
        String country = CountryCode.read(place.country()).map(texts::country).orElse("");
        return joined(", ", place.name(), country);
    }

    /** The texts that say something, with the separator between them. */
    public String joined(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(separator));
    }

    /** The text, or a dash where the table would be empty. */
    public String orDash(String text) {
        return text.isBlank() ? "–" : text;
    }

    /** The style of a table that is so short that it stays on one page. */
    public String whole(List<?> rows) {
        return rows.size() <= FEW_ROWS ? " whole" : "";
    }

    /** The name of the style of a level. */
    public String tone(Level level) {
        return level.tone().name().toLowerCase(Locale.ROOT);
    }

    /** The colour of a level on a drawing; it never says more than the word beside it. */
    public String colour(Level level) {
        return switch (level.tone()) {
            case NONE -> "#6d7882";
            case LOW -> "#267337";
            case MEDIUM -> "#ffb114";
            case HIGH, CRITICAL -> "#bd2c0f";
        };
    }

    public List<Mark> marks(Participant participant) {
        int steps = participant.steps().size();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            CaseSummary.Step step = participant.steps().get(i);
            marks.add(new Mark(word(step.stage()), step.state(), WAY_WIDTH * (2 * i + 1) / (2 * steps)));
        }
        return marks;
    }

    /** The drawing of the way in one sentence, for those who do not see it. */
    public String spoken(Participant participant) {
        return marks(participant).stream()
                .map(mark -> text("summary.step." + mark.state().name(), mark.word()))
                .collect(Collectors.joining(", "));
    }

    /** How a quote lies beside its norm, drawn to scale from zero. */
    public PriceMarks marks(Quote quote, Norm norm) {
        Money high = norm.high().orElse(norm.low());
        BigDecimal most = high.amount().max(quote.perPerson().amount());
        return new PriceMarks(x(norm.low(), most), x(high, most), x(quote.perPerson(), most));
    }

    /** The usual price: one amount, or from the least to the most. */
    public String range(Norm norm) {
        return norm.high()
                .map(high -> text("summary.norm.range", norm.low(), high))
                .orElse(text("summary.norm.from", norm.low()));
    }

    /** A signed number with a real minus, such as −75. */
    public String signed(int number) {
        return (number < 0 ? "−" : "+") + Math.abs(number);
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
