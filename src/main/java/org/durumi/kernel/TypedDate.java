package org.durumi.kernel;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date as people type and paste it: 2016-09-28, 2016. 9. 28., 20160928, 2016년 9월 28일, 2016年9月, 28.09.2016. Digits and signs
 * may be of full width, hyphens and blanks of any kind.
 *
 * <p>Six digits are none: they may be a year and a month, or a day of a year of two digits.
 */
final class TypedDate {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final String BETWEEN = " ?[-./\u3002] ?";

    private static final List<Pattern> YEAR_FIRST = List.of(
            Pattern.compile("(\\d{4})(?:" + BETWEEN + "(\\d{1,2})(?:" + BETWEEN + "(\\d{1,2}))?)?\\.?"),
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})"),
            Pattern.compile("(\\d{4}) ?[년年](?: ?(\\d{1,2}) ?[월月](?: ?(\\d{1,2}) ?[일日号])?)?"));
    private static final Pattern MONTH_BEFORE_YEAR = Pattern.compile("(\\d{1,2})" + BETWEEN + "(\\d{4})");
    private static final Pattern DAY_AND_MONTH_BEFORE_YEAR =
            Pattern.compile("(\\d{1,2})" + BETWEEN + "(\\d{1,2})" + BETWEEN + "(\\d{4})");

    private TypedDate() {}

    /** What the text may mean: nothing, one date, or two days where the day and the month may be either. */
    static List<PartialDate> readings(String text) {
        String date = folded(text);
        for (Pattern pattern : YEAR_FIRST) {
            Matcher read = pattern.matcher(date);
            if (read.matches()) {
                return possible(() -> date(read)).toList();
            }
        }
        Matcher month = MONTH_BEFORE_YEAR.matcher(date);
        if (month.matches()) {
            return possible(() -> PartialDate.in(YearMonth.of(number(month, 2), number(month, 1))))
                    .toList();
        }
        Matcher day = DAY_AND_MONTH_BEFORE_YEAR.matcher(date);
        if (day.matches()) {
            int year = number(day, 3);
            return Stream.concat(
                            possible(() -> PartialDate.on(LocalDate.of(year, number(day, 2), number(day, 1)))),
                            possible(() -> PartialDate.on(LocalDate.of(year, number(day, 1), number(day, 2)))))
                    .distinct()
                    .toList();
        }
        return List.of();
    }

    private static String folded(String text) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return BLANKS.matcher(HYPHENS.matcher(seen).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }

    private static PartialDate date(Matcher read) {
        if (read.group(2) == null) {
            return PartialDate.in(Year.of(number(read, 1)));
        } else if (read.group(3) == null) {
            return PartialDate.in(YearMonth.of(number(read, 1), number(read, 2)));
        }
        return PartialDate.on(LocalDate.of(number(read, 1), number(read, 2), number(read, 3)));
    }

    private static int number(Matcher read, int group) {
        return Integer.parseInt(read.group(group));
    }

    /** None if the calendar has no such day or month. */
    private static Stream<PartialDate> possible(Supplier<PartialDate> date) {
        try {
            return Optional.of(date.get()).stream();
        } catch (DateTimeException notInTheCalendar) {
            return Stream.empty();
        }
    }
}
