package org.durumi.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.jte.StaticTemplates;
import org.durumi.jte.Templates;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.route.Place;

/** What every template of a summary knows: the words of its reader, and what the styles are called. */
public record SummaryPage(Texts texts) {
    private static final Templates TEMPLATES = new StaticTemplates();
    private static final int FEW_ROWS = 6;

    /** The templates, each as a method with typed parameters. */
    Templates templates() {
        return TEMPLATES;
    }

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

    /** A signed number with a real minus, such as −75. */
    public String signed(int number) {
        return (number < 0 ? "−" : number == 0 ? "±" : "+") + Math.abs(number);
    }

    /** The style of a table that is so short that it stays on one page. */
    public String whole(List<?> rows) {
        return rows.size() <= FEW_ROWS ? " whole" : "";
    }

    /** The name of the style of a level. */
    public String tone(Level level) {
        return level == Level.NOT_ASSESSED ? "none" : level.name().toLowerCase(Locale.ROOT);
    }

    /** The colour of a level on a drawing; it never says more than the word beside it. */
    public String colour(Level level) {
        return switch (level) {
            case NOT_ASSESSED -> "#58616a";
            case LOW -> "#267337";
            case MEDIUM -> "#ffb114";
            case HIGH, CRITICAL -> "#bd2c0f";
        };
    }
}
