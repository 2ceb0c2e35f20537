package org.durumi.kernel;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A date as precisely as it is known: «28 September 2016», «late September 2016», «around May 2022», «unknown».
 *
 * <p>Dates sort by the earliest possible day, then the latest, unknown last. Rules about time use the worst end.
 *
 * @param earliest the first day that is possible; {@link #NEVER} if the date is unknown
 * @param latest the last day that is possible; {@link #NEVER} if the date is unknown or open
 * @param precision how precisely the date is known
 * @param qualifier which part of the day, month or year is meant
 * @param words the words that the source used, such as «last month»; empty if none were noted
 */
public record PartialDate(LocalDate earliest, LocalDate latest, Precision precision, Qualifier qualifier, String words)
        implements Serializable, Comparable<PartialDate> {

    /** How precisely a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        UNKNOWN
    }

    /** Which part of the day, month or year is meant. Early and late mean the first and the last third. */
    public enum Qualifier {
        EXACT,
        ABOUT,
        BEFORE,
        AFTER,
        EARLY,
        LATE
    }

    /** Stands for «no such day»: sorts after every real day. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** Characters of the longest words of a source. */
    public static final int LONGEST_WORDS = 80;

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2200, 1, 1);
    private static final int ABOUT_A_DAY = 3;
    private static final int THIRD_OF_A_MONTH = 10;
    private static final Comparator<PartialDate> BY_DAY =
            Comparator.comparing(PartialDate::earliest).thenComparing(PartialDate::latest);

    /** @throws IllegalArgumentException if the latest day is before the earliest, or the words have more than 80 letters */
    public PartialDate {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("latest before earliest");
        }
        if (words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            throw new IllegalArgumentException("words too long");
        }
    }

    public static PartialDate unknown() {
        return new PartialDate(NEVER, NEVER, Precision.UNKNOWN, Qualifier.EXACT, "");
    }

    public static PartialDate on(LocalDate day) {
        return new PartialDate(day, day, Precision.DAY, Qualifier.EXACT, "");
    }

    public static PartialDate in(YearMonth month) {
        return span(month.atDay(1), month.atEndOfMonth(), Precision.MONTH, Qualifier.EXACT);
    }

    public static PartialDate in(Year year) {
        return span(year.atDay(1), year.atMonth(Month.DECEMBER).atEndOfMonth(), Precision.YEAR, Qualifier.EXACT);
    }

    /**
     * Reads a date as people type it, such as 2016-09-28, 2016. 9. or 2016년; blank means unknown.
     *
     * @return empty if the text is none, may be two days, lies before 1900 or after 2199, or if early or late is said of a
     *     single day
     */
    public static Optional<PartialDate> read(String text, Qualifier qualifier) {
        if (text.isBlank()) {
            return Optional.of(unknown());
        }
        List<PartialDate> readings = readings(text);
        return readings.size() != 1
                ? Optional.empty()
                : Optional.of(readings.get(0))
                        .filter(each -> each.precision != Precision.DAY || !isPartOfADay(qualifier))
                        .map(each -> each.as(qualifier));
    }

    /** What a text may mean: no date, one, or two days where the day and the month may be either, as in 5/9/2016. */
    public static List<PartialDate> readings(String text) {
        return TypedDate.readings(text).stream()
                .filter(each -> each.earliest.isAfter(LONG_AGO) && each.latest.isBefore(FAR_AHEAD))
                .toList();
    }

    /** The same date with the words that the source used. */
    public PartialDate inTheWords(String used) {
        return new PartialDate(earliest, latest, precision, qualifier, used);
    }

    public boolean isKnown() {
        return precision != Precision.UNKNOWN;
    }

    /** Whether the whole span lies after the day; an unknown date does not. */
    public boolean isAfter(LocalDate day) {
        return isKnown() && earliest.isAfter(day);
    }

    /** The date as it was typed, without its qualifier: 2016-09-28, 2016-09, 2016 or blank. */
    public String typed() {
        LocalDate day = named();
        return switch (precision) {
            case DAY -> day.toString();
            case MONTH -> YearMonth.from(day).toString();
            case YEAR -> Year.from(day).toString();
            case UNKNOWN -> "";
        };
    }

    /** The first day of what was named: the day itself, the month's or the year's first day. */
    public LocalDate named() {
        if (!isKnown()) {
            return NEVER;
        }
        LocalDate day =
                switch (qualifier) {
                    case ABOUT -> earliest.plus(1, unit()).plusDays(precision == Precision.DAY ? ABOUT_A_DAY - 1 : 0);
                    case BEFORE -> latest.plusDays(1);
                    case AFTER -> earliest.minusDays(1);
                    default -> earliest;
                };
        return switch (precision) {
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            default -> day;
        };
    }

    @Override
    public int compareTo(PartialDate other) {
        return BY_DAY.compare(this, other);
    }

    private static boolean isPartOfADay(Qualifier qualifier) {
        return qualifier == Qualifier.EARLY || qualifier == Qualifier.LATE;
    }

    private PartialDate as(Qualifier wanted) {
        return switch (wanted) {
            case EXACT -> this;
            case ABOUT -> span(aboutEarliest(), aboutLatest(), precision, wanted);
            case BEFORE -> span(LONG_AGO, earliest.minusDays(1), precision, wanted);
            case AFTER -> span(latest.plusDays(1), NEVER, precision, wanted);
            case EARLY -> span(earliest, endOfFirstThird(), precision, wanted);
            case LATE -> span(startOfLastThird(), latest, precision, wanted);
        };
    }

    private LocalDate aboutEarliest() {
        return precision == Precision.DAY ? earliest.minusDays(ABOUT_A_DAY) : earliest.minus(1, unit());
    }

    private LocalDate aboutLatest() {
        return switch (precision) {
            case DAY -> latest.plusDays(ABOUT_A_DAY);
            case MONTH -> YearMonth.from(latest).plusMonths(1).atEndOfMonth();
            default -> latest.plusYears(1);
        };
    }

    private LocalDate endOfFirstThird() {
        return precision == Precision.MONTH
                ? earliest.withDayOfMonth(THIRD_OF_A_MONTH)
                : YearMonth.from(earliest).withMonth(Month.APRIL.getValue()).atEndOfMonth();
    }

    private LocalDate startOfLastThird() {
        return precision == Precision.MONTH
                ? latest.withDayOfMonth(2 * THIRD_OF_A_MONTH + 1)
                : YearMonth.from(latest).withMonth(Month.SEPTEMBER.getValue()).atDay(1);
    }

    private ChronoUnit unit() {
        return switch (precision) {
            case MONTH -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static PartialDate span(LocalDate from, LocalDate to, Precision precision, Qualifier qualifier) {
        return new PartialDate(from, to, precision, qualifier, "");
    }
}
