package org.durumi.kernel;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that a reader reads, in the reader's language: messages by key, enums, dates, money.
 *
 * <p>The texts stand in one bundle per feature under org/durumi/i18n, in Korean and English with the same keys.
 */
public final class Texts {
    /** The languages that Durumi speaks; the first is used when the reader's is not among them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    /** One bundle per feature. */
    public static final List<String> BUNDLES = List.of(
            "common",
            "identity",
            "accesslog",
            "settings",
            "stances",
            "approval",
            "cases",
            "circumstances",
            "people",
            "links",
            "costs",
            "evidence",
            "notes",
            "tasks",
            "handover",
            "files",
            "mail",
            "desk",
            "bell",
            "risk",
            "requests",
            "reports",
            "route",
            "vault",
            "work");

    /** All bundles of a language in one. */
    private static final Map<Locale, Map<String, Pattern>> PATTERNS = new ConcurrentHashMap<>();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ROOT);

    private final Locale language;
    private final ZoneId zone;
    private final Map<String, Pattern> patterns;

    /**
     * A text as it stands in a bundle, read once.
     *
     * @param plain what it says without arguments
     * @param format to be copied: it serves one thread at a time
     */
    private record Pattern(String plain, MessageFormat format) {
        static Pattern of(String text, Locale language) {
            return new Pattern(text.replace("''", "'"), new MessageFormat(text, language));
        }

        String with(Object[] arguments) {
            return ((MessageFormat) format.clone()).format(arguments);
        }
    }

    /** @param zone the organisation's time zone, in which moments are shown */
    public Texts(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.patterns = PATTERNS.computeIfAbsent(language, Texts::patterns);
    }

    private static Map<String, Pattern> patterns(Locale language) {
        Map<String, Pattern> patterns = new HashMap<>();
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "org.durumi.i18n." + name,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> patterns.put(key, Pattern.of(bundle.getString(key), language)));
        }
        return Map.copyOf(patterns);
    }

    public Locale language() {
        return language;
    }

    /**
     * The text of a key. Arguments that are enums, dates, moments, money or countries appear in the reader's words.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String text(String key, Object... arguments) {
        Pattern pattern = pattern(key);
        if (arguments.length == 0) {
            return pattern.plain();
        }
        Object[] readable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            readable[i] = readable(arguments[i]);
        }
        return pattern.with(readable);
    }

    /** The word for an enum constant: the text of «Stage.DETENTION». */
    public String text(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String country(CountryCode country) {
        return country.nameIn(language);
    }

    /** A day, such as 2026-11-22. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of a moment in the organisation's time zone. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** A moment to the minute in the organisation's time zone, such as 2026-11-22 14:05. */
    public String moment(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** The organisation's time zone, such as «Korean Time (UTC+9)»; without a number where it changes with the season. */
    public String zone() {
        String name = zone.getDisplayName(TextStyle.FULL, language);
        ZoneRules rules = zone.getRules();
        return rules.getTransitionRules().isEmpty()
                ? name + " (" + OFFSET.format(rules.getOffset(Instant.MAX)).replace("GMT", "UTC") + ")"
                : name;
    }

    /** A partial date as a reader says it, such as «late 2016-09», «spring 2019» or «unknown». A form reads it again. */
    public String date(PartialDate date) {
        return date.isKnown()
                ? text("PartialDate." + date.qualifier().name(), typed(date))
                : text("PartialDate.unknown");
    }

    /** The same, with the words of the source and the day on which they were said. */
    public String said(PartialDate date) {
        return date.words().isEmpty() ? date(date) : saidOn(date, text("PartialDate.said", date, date.words()));
    }

    /** The words of the source, with the day on which they were said; empty if there are none. */
    public String words(PartialDate date) {
        return saidOn(date, date.words());
    }

    private String saidOn(PartialDate date, String words) {
        return date.saidOn().map(day -> text("PartialDate.said-on", words, day)).orElse(words);
    }

    /** What stands in the field of a date, as the reader would have typed it if it is a date that was filled in. */
    public String typed(String text) {
        return PartialDate.read(text, PartialDate.Qualifier.EXACT)
                .filter(date -> date.typed().equals(text))
                .map(this::typed)
                .orElse(text);
    }

    /** A date without its qualifier. */
    private String typed(PartialDate date) {
        String first = typed(date.precision(), date.named());
        return date.isRange() ? text("PartialDate.range", first, typed(date.until(), date.namedLast())) : first;
    }

    private String typed(Precision precision, LocalDate start) {
        String year = Integer.toString(start.getYear());
        return switch (precision) {
            case QUARTER -> text("PartialDate.quarter", year, Integer.toString(Precision.quarter(start)));
            case SEASON -> text("PartialDate." + Precision.season(start), year);
            case DECADE -> text("PartialDate.decade", year);
            default -> precision.typed(start);
        };
    }

    /** An amount with its currency code, such as KRW 2,500,000. */
    public String money(Money money) {
        NumberFormat number = NumberFormat.getNumberInstance(language);
        number.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        return money.currency().getCurrencyCode() + "\u00a0" + number.format(money.amount());
    }

    private Object readable(Object argument) {
        if (argument instanceof Enum<?> constant) {
            return text(constant);
        } else if (argument instanceof LocalDate day) {
            return day(day);
        } else if (argument instanceof Instant moment) {
            return moment(moment);
        } else if (argument instanceof PartialDate date) {
            return date(date);
        } else if (argument instanceof Money money) {
            return money(money);
        } else if (argument instanceof CountryCode country) {
            return country(country);
        }
        return argument;
    }

    private Pattern pattern(String key) {
        Pattern pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
        }
        return pattern;
    }
}
