package org.durumi.kernel;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A date as precisely as it is known: «28 September 2016», «late September 2016», «around May 2022», «spring 2019», «1990s»,
 * «2019-03 ~ 2019-05», «last month» said on a day, «unknown». docs/domain/dates.md has a table of them.
 *
 * <p>Dates sort by the earliest possible day, then the latest, unknown last. Rules about time use the worst end.
 *
 * @param earliest the first day that is possible; {@link #NEVER} if the date is unknown
 * @param latest the last day that is possible; {@link #NEVER} if the date is unknown or open
 * @param precision how precisely the date, or the beginning of a range, is known
 * @param qualifier which part of the day, month or year is meant
 * @param words the words that the source used, such as «last month»; empty if none were noted
 * @param until how precisely the end of a range is known; unknown if it is no range
 * @param saidOn the day on which the words were said; empty if it was not noted
 */
public record PartialDate(
        LocalDate earliest,
        LocalDate latest,
        Precision precision,
        Qualifier qualifier,
        String words,
        Precision until,
        Optional<LocalDate> saidOn)
        implements Comparable<PartialDate> {

    /**
     * Which part of the day, month or year is meant. Early and late mean the first and the last third. Before and after leave
     * out what is named, by and since include it.
     */
    public enum Qualifier {
        EXACT,
        ABOUT,
        BEFORE,
        BY,
        SINCE,
        AFTER,
        EARLY,
        LATE;

        /** Whether it names a third of a month, a year and so on. */
        boolean isOfThird() {
            return this == EARLY || this == LATE;
        }
    }

    /** Stands for «no such day»: sorts after every real day. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** Characters of the longest words of a source. */
    public static final int LONGEST_WORDS = 80;

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2200, 1, 1);
    private static final Comparator<PartialDate> ORDER = Comparator.comparing(PartialDate::earliest)
            .thenComparing(PartialDate::latest)
            .thenComparing(PartialDate::precision)
            .thenComparing(PartialDate::until)
            .thenComparing(PartialDate::qualifier)
            .thenComparing(PartialDate::words)
            .thenComparing(each -> each.saidOn.orElse(NEVER));

    /** @throws IllegalArgumentException if the latest day is before the earliest, or the words have more than 80 letters */
    public PartialDate {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("latest before earliest");
        }
        if (words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            throw new IllegalArgumentException("words too long");
        }
    }

    private PartialDate(LocalDate earliest, LocalDate latest, Precision precision, Qualifier qualifier) {
        this(earliest, latest, precision, qualifier, "", Precision.UNKNOWN, Optional.empty());
    }

    public static PartialDate unknown() {
        return new PartialDate(NEVER, NEVER, Precision.UNKNOWN, Qualifier.EXACT);
    }

    public static PartialDate on(LocalDate day) {
        return in(Precision.DAY, day);
    }

    public static PartialDate in(YearMonth month) {
        return in(Precision.MONTH, month.atDay(1));
    }

    public static PartialDate in(Year year) {
        return in(Precision.YEAR, year.atDay(1));
    }

    /** The month, season and so on in which a day lies. */
    static PartialDate in(Precision precision, LocalDate day) {
        return new PartialDate(precision.startOf(day), precision.endOf(day), precision, Qualifier.EXACT);
    }

    /** Some time between this date and the last, both included; empty if that is over before this one begins. */
    Optional<PartialDate> upTo(PartialDate last) {
        return last.latest.isBefore(earliest)
                ? Optional.empty()
                : Optional.of(new PartialDate(
                        earliest, last.latest, precision, qualifier, words, last.precision, Optional.empty()));
    }

    /** The middle third of a month or a year; empty of anything else. */
    Optional<PartialDate> middle() {
        Precision parts = precision == Precision.YEAR ? Precision.MONTH : Precision.DAY;
        return precision == Precision.YEAR || precision == Precision.MONTH
                ? in(parts, precision.endOfFirstThird(earliest).plusDays(1))
                        .upTo(in(parts, precision.startOfLastThird(earliest).minusDays(1)))
                : Optional.empty();
    }

    /** The first or the last third of a month or a year, by its days or months; empty of anything else. */
    Optional<PartialDate> third(Qualifier which) {
        Precision parts = precision == Precision.YEAR ? Precision.MONTH : Precision.DAY;
        return Optional.of(this)
                .filter(each -> each.precision == Precision.YEAR || each.precision == Precision.MONTH)
                .flatMap(each -> each.with(which))
                .flatMap(each -> in(parts, each.earliest).upTo(in(parts, each.latest)));
    }

    /** {@link #read(String, Qualifier, Optional)}, where nobody says on which day a text was said. */
    public static Optional<PartialDate> read(String text, Qualifier qualifier) {
        return read(text, qualifier, Optional.empty());
    }

    /**
     * Reads a date as people type it, such as 2016-09-28, 2016. 9., 2016년 가을, late 1990s or 지난달; blank means unknown.
     *
     * @param saidOn on which «last month» and the like were said; without it they are no date
     * @return empty if the text is none, may be two days, lies before 1900 or after 2199, says another qualifier itself, or if
     *     the qualifier cannot be said of it: early or late of a day, and of a range anything but around
     */
    public static Optional<PartialDate> read(String text, Qualifier qualifier, Optional<LocalDate> saidOn) {
        if (text.isBlank()) {
            return Optional.of(unknown());
        }
        List<PartialDate> readings = readings(text, saidOn);
        return readings.size() != 1 ? Optional.empty() : readings.get(0).with(qualifier);
    }

    /** What a text may mean: no date, one, or two days where the day and the month may be either, as in 5/9/2016. */
    public static List<PartialDate> readings(String text, Optional<LocalDate> saidOn) {
        return TypedDate.readings(text, saidOn);
    }

    /** Whether a text is a date only for who knows on which day it was said. */
    public static boolean isRelative(String text) {
        return readings(text, Optional.empty()).isEmpty()
                && !readings(text, Optional.of(LONG_AGO.plusYears(100))).isEmpty();
    }

    /** Whether nobody in a case lived then, or will. */
    boolean isFarAway() {
        return !earliest.isAfter(LONG_AGO) || !latest.isBefore(FAR_AHEAD);
    }

    /** The same date with the words that the source used. */
    public PartialDate inTheWords(String used) {
        return new PartialDate(earliest, latest, precision, qualifier, used, until, saidOn);
    }

    /** The same date with the day on which its words were said. */
    public PartialDate said(Optional<LocalDate> day) {
        return new PartialDate(earliest, latest, precision, qualifier, words, until, day);
    }

    public boolean isKnown() {
        return precision != Precision.UNKNOWN;
    }

    /** Whether it lies somewhere between two dates. */
    public boolean isRange() {
        return until != Precision.UNKNOWN;
    }

    /** Whether the whole span lies after the day; an unknown date does not. */
    public boolean isAfter(LocalDate day) {
        return isKnown() && earliest.isAfter(day);
    }

    /** Whether both may be the same day; an unknown date may be any. */
    public boolean agreesWith(PartialDate other) {
        return !isKnown() || !other.isKnown() || !isAfter(other.latest) && !other.isAfter(latest);
    }

    /** The date as it was typed, without its qualifier, as any language reads it: 2016-09-28, 1990s, 2019-03 ~ 2019-05. */
    public String typed() {
        return isRange() ? precision.typed(named()) + " ~ " + until.typed(namedLast()) : precision.typed(named());
    }

    /** The first day of what was named, or of the beginning of a range: the day itself, the month's or the year's first day. */
    public LocalDate named() {
        if (!isKnown()) {
            return NEVER;
        }
        return switch (qualifier) {
            case ABOUT -> precision.shifted(earliest, 1);
            case BEFORE -> precision.startOf(latest.plusDays(1));
            case BY -> precision.startOf(latest);
            case AFTER -> precision.startOf(earliest.minusDays(1));
            default -> precision.startOf(earliest);
        };
    }

    /** The first day of what was named as the end of a range. */
    LocalDate namedLast() {
        return qualifier == Qualifier.ABOUT ? until.shifted(latest, -1) : until.startOf(latest);
    }

    @Override
    public int compareTo(PartialDate other) {
        return ORDER.compare(this, other);
    }

    /** Whether a qualifier can be said of it, as far as it does not say one itself. */
    private boolean canBe(Qualifier wanted) {
        if (wanted == Qualifier.EXACT || wanted == qualifier) {
            return true;
        } else if (qualifier != Qualifier.EXACT || isRange()) {
            return qualifier == Qualifier.EXACT && wanted == Qualifier.ABOUT;
        }
        return precision.hasParts() || !wanted.isOfThird();
    }

    private PartialDate as(Qualifier wanted) {
        return switch (wanted == qualifier ? Qualifier.EXACT : wanted) {
            case EXACT -> this;
            case ABOUT -> {
                Precision last = isRange() ? until : precision;
                yield span(precision.shifted(earliest, -1), last.endOf(last.shifted(latest, 1)), wanted);
            }
            case BEFORE -> span(LONG_AGO, earliest.minusDays(1), wanted);
            case BY -> span(LONG_AGO, latest, wanted);
            case SINCE -> span(earliest, NEVER, wanted);
            case AFTER -> span(latest.plusDays(1), NEVER, wanted);
            case EARLY -> span(earliest, precision.endOfFirstThird(earliest), wanted);
            case LATE -> span(precision.startOfLastThird(earliest), latest, wanted);
        };
    }

    private PartialDate span(LocalDate from, LocalDate to, Qualifier wanted) {
        return new PartialDate(from, to, precision, wanted, words, until, saidOn);
    }

    /** The date with its qualifier; empty if that cannot be said of it. */
    Optional<PartialDate> with(Qualifier wanted) {
        return Optional.of(this).filter(each -> each.canBe(wanted)).map(each -> each.as(wanted));
    }
}
