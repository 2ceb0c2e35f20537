package org.durumi.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days, months, quarters, seasons, years and decades that say their year, in lower case. */
final class CalendarWords {
    /** The months of English, whole or by their first three letters. */
    static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\.?";

    static final String SEASON = "(spring|summer|autumn|fall|winter)";
    static final String KOREAN_SEASON = "(봄|여름|가을|겨울)";

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String BETWEEN = " ?[-./\u3002] ?";
    private static final String NTH = "(\\d{1,2})(?:st|nd|rd|th)?";

    /** A way to write a date, and what it means. */
    private record Way(Pattern pattern, Function<Matcher, PartialDate> meaning) {
        static Way of(String pattern, Function<Matcher, PartialDate> meaning) {
            return new Way(Pattern.compile(pattern), meaning);
        }

        /** A year, then perhaps a month, then perhaps a day. */
        static Way yearFirst(String pattern) {
            return of(pattern, read -> date(number(read, 1), found(read, 2), found(read, 3)));
        }

        Stream<PartialDate> read(String text) {
            Matcher read = pattern.matcher(text);
            return read.matches() ? possible(() -> meaning.apply(read)) : Stream.empty();
        }
    }

    private static final List<Way> WAYS = List.of(
            Way.yearFirst("(\\d{4})(?:" + BETWEEN + "(\\d{1,2})(?:" + BETWEEN + "(\\d{1,2}))?)?\\.?"),
            Way.yearFirst("(\\d{4})(\\d{2})(\\d{2})"),
            Way.yearFirst("(\\d{4}) ?[년年](?: ?(\\d{1,2}) ?[월月](?: ?(\\d{1,2}) ?[일日號])?)?"),
            Way.of(
                    "(\\d{1,2})" + BETWEEN + "(\\d{4})",
                    read -> date(number(read, 2), Optional.of(number(read, 1)), Optional.empty())),
            Way.of(
                    "(?:" + NTH + "(?: of)? )?" + MONTH + ",?(?: of)? (\\d{4})",
                    read -> date(number(read, 3), Optional.of(month(read.group(2))), found(read, 1))),
            Way.of(
                    MONTH + " " + NTH + ",? (\\d{4})",
                    read -> date(number(read, 3), Optional.of(month(read.group(1))), found(read, 2))),
            Way.of(
                    "(\\d{4}) " + MONTH + "(?: " + NTH + ")?",
                    read -> date(number(read, 1), Optional.of(month(read.group(2))), found(read, 3))),
            Way.of("(\\d{4})[- ]?q([1-4])", read -> quarter(number(read, 1), number(read, 2))),
            Way.of("q([1-4])[ /-]?(\\d{4})", read -> quarter(number(read, 2), number(read, 1))),
            Way.of("(\\d{4})년? ?([1-4])(?:/4)? ?분기", read -> quarter(number(read, 1), number(read, 2))),
            Way.of("(\\d{4}) ?년? ?" + KOREAN_SEASON + "철?", read -> season(number(read, 1), read.group(2))),
            Way.of("(\\d{4}) " + SEASON, read -> season(number(read, 1), read.group(2))),
            Way.of(SEASON + "(?: of| in)?,? (\\d{4})", read -> season(number(read, 2), read.group(1))),
            Way.of("(\\d{3}0)(?:'?s| ?년대)", read -> decade(number(read, 1))),
            Way.of("[']?([3-9]0)(?:'?s| ?년대)", read -> decade(1900 + number(read, 1))));

    private static final Pattern DAY_AND_MONTH_BEFORE_YEAR =
            Pattern.compile("(\\d{1,2})" + BETWEEN + "(\\d{1,2})" + BETWEEN + "(\\d{4})");

    private CalendarWords() {}

    /** Nothing, one date, or two days where the day and the month may be either. */
    static List<PartialDate> readings(String text) {
        String date = text.replace('\u2019', '\'').replace('\u2018', '\'');
        Matcher day = DAY_AND_MONTH_BEFORE_YEAR.matcher(date);
        return day.matches()
                ? Stream.of(1, 2)
                        .flatMap(of ->
                                possible(() -> date(number(day, 3), Optional.of(number(day, 3 - of)), found(day, of))))
                        .distinct()
                        .toList()
                : WAYS.stream().flatMap(each -> each.read(date)).limit(1).toList();
    }

    /** @throws DateTimeException if the calendar has none */
    static PartialDate date(int year, Optional<Integer> month, Optional<Integer> day) {
        LocalDate first = LocalDate.of(year, month.orElse(1), day.orElse(1));
        return PartialDate.in(
                day.isPresent() ? Precision.DAY : month.isPresent() ? Precision.MONTH : Precision.YEAR, first);
    }

    static PartialDate season(int year, String name) {
        return PartialDate.in(Precision.SEASON, LocalDate.of(year, firstMonth(name), 1));
    }

    private static Month firstMonth(String season) {
        return switch (season) {
            case "spring", "봄" -> Month.MARCH;
            case "summer", "여름" -> Month.JUNE;
            case "autumn", "fall", "가을" -> Month.SEPTEMBER;
            default -> Month.DECEMBER;
        };
    }

    /** 1 to 12, of an English name. */
    static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) / 3 + 1;
    }

    private static PartialDate quarter(int year, int quarter) {
        return PartialDate.in(Precision.QUARTER, LocalDate.of(year, 3 * quarter, 1));
    }

    private static PartialDate decade(int year) {
        return PartialDate.in(Precision.DECADE, LocalDate.of(year, 1, 1));
    }

    static int number(Matcher read, int group) {
        return Integer.parseInt(read.group(group));
    }

    private static Optional<Integer> found(Matcher read, int group) {
        return Optional.ofNullable(read.group(group)).map(Integer::valueOf);
    }

    /** None if the calendar has no such day or month. */
    static Stream<PartialDate> possible(Supplier<PartialDate> date) {
        try {
            return Stream.of(date.get());
        } catch (DateTimeException notInTheCalendar) {
            return Stream.empty();
        }
    }
}
