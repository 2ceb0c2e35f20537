package org.durumi.kernel;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that are a date only for who knows on which day they were said, such as «지난달» or «two weeks ago». What is not in this
 * table is none; docs/domain/dates.md shows it.
 */
final class RelativeWords {
    /** Each word without its blanks, and how many units before that one in which it was said. */
    private record Before(ChronoUnit unit, int times) {
        /** A week begins on Monday. */
        PartialDate from(LocalDate saidOn) {
            return switch (unit) {
                case DAYS -> PartialDate.on(saidOn.minusDays(times));
                case WEEKS -> {
                    LocalDate monday = saidOn.minusWeeks(times).with(previousOrSame(DayOfWeek.MONDAY));
                    PartialDate sunday = PartialDate.on(monday.plusDays(6));
                    yield PartialDate.on(monday).upTo(sunday).orElseThrow();
                }
                case MONTHS -> PartialDate.in(Precision.MONTH, saidOn.minusMonths(times));
                default -> PartialDate.in(Precision.YEAR, saidOn.minusYears(times));
            };
        }
    }

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Map<String, Before> WORDS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Map<String, ChronoUnit> UNITS = new HashMap<>();

    static {
        before(ChronoUnit.DAYS, "오늘 today", "어제 yesterday", "그제 그저께 daybeforeyesterday");
        before(ChronoUnit.WEEKS, "이번주 금주 thisweek", "지난주 저번주 lastweek", "지지난주 weekbeforelast");
        before(ChronoUnit.MONTHS, "이번달 이달 thismonth", "지난달 저번달 lastmonth", "지지난달 monthbeforelast");
        before(ChronoUnit.YEARS, "올해 금년 thisyear", "작년 지난해 lastyear", "재작년 yearbeforelast");
        before(ChronoUnit.DAYS, "오늘", "하루전", "이틀전", "사흘전", "나흘전", "닷새전", "엿새전", "이레전", "여드레전", "아흐레전", "열흘전");
        WORDS.put("보름전", new Before(ChronoUnit.DAYS, 15));
        numbers(1, "a an 한 일 one", "두 이 two", "세 석 삼 three", "네 넉 사 four", "다섯 오 five", "여섯 육 six");
        numbers(7, "일곱 칠 seven", "여덟 팔 eight", "아홉 구 nine", "열 십 ten", "eleven", "twelve");
        units(ChronoUnit.DAYS, "일 day");
        units(ChronoUnit.WEEKS, "주 주일 week");
        units(ChronoUnit.MONTHS, "달 개월 month");
        units(ChronoUnit.YEARS, "해 년 year");
    }

    private static final Pattern AGO =
            Pattern.compile("(\\d{1,2}|" + anyOf(NUMBERS) + ")(" + anyOf(UNITS) + ")(?:s?ago|전)");
    private static final Pattern KOREAN_DAY = Pattern.compile("(?<of>.+?)(?<day>\\d{1,2})일");
    private static final Pattern DAY = Pattern.compile("(?<day>\\d{1,2})(?:st|nd|rd|th)?of(?<of>.+)");
    private static final Pattern KOREAN_MONTH = Pattern.compile("(?<of>.+?)(?<month>\\d{1,2})월(?:(?<day>\\d{1,2})일)?");
    private static final Pattern MONTH = Pattern.compile(
            "(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:of)?)?(?<month>" + CalendarWords.MONTH + ")(?:of)?(?<of>.+)");
    private static final Pattern KOREAN_SEASON =
            Pattern.compile("(?<of>.+?)(?<season>" + CalendarWords.KOREAN_SEASON + ")철?");
    private static final Pattern SEASON = Pattern.compile("(?<season>" + CalendarWords.SEASON + ")(?:of)?(?<of>.+)");
    private static final Pattern NEAR_SEASON = Pattern.compile("(?:(?<last>지난|last)|올|이번|this)(?<season>"
            + CalendarWords.KOREAN_SEASON + "|" + CalendarWords.SEASON + ")철?");

    private final LocalDate saidOn;

    private RelativeWords(LocalDate saidOn) {
        this.saidOn = saidOn;
    }

    /** What a text in lower case meant on the day on which it was said; empty if it is not in the table. */
    static Optional<PartialDate> read(String text, LocalDate saidOn) {
        RelativeWords words = new RelativeWords(saidOn);
        String close = text.replace(" ", "");
        return words.span(close)
                .or(() -> read(NEAR_SEASON, close, words::nearSeason))
                .or(() -> read(KOREAN_DAY, close, words::day))
                .or(() -> read(DAY, close, words::day))
                .or(() -> read(KOREAN_MONTH, close, words::month))
                .or(() -> read(MONTH, close, words::month))
                .or(() -> read(KOREAN_SEASON, close, words::season))
                .or(() -> read(SEASON, close, words::season));
    }

    /** The words that are in the table by themselves, without their blanks. */
    static Stream<String> words() {
        return WORDS.keySet().stream();
    }

    /** A day, week, month or year. */
    private Optional<PartialDate> span(String close) {
        return Optional.ofNullable(WORDS.get(close))
                .or(() -> read(AGO, close, RelativeWords::ago))
                .map(before -> before.from(saidOn));
    }

    private static Optional<Before> ago(Matcher read) {
        return Optional.ofNullable(UNITS.get(read.group(2))).map(unit -> new Before(unit, number(read.group(1))));
    }

    private static <T> Optional<T> read(Pattern pattern, String close, Function<Matcher, Optional<T>> meaning) {
        return Optional.of(pattern.matcher(close)).filter(Matcher::matches).flatMap(meaning);
    }

    /** The last one is over; this one is going on, or is that of this year. */
    private Optional<PartialDate> nearSeason(Matcher read) {
        String season = read.group("season");
        PartialDate thisYears = CalendarWords.season(saidOn.getYear(), season);
        PartialDate before = CalendarWords.season(saidOn.getYear() - 1, season);
        if (read.group("last") != null) {
            return Stream.of(thisYears, before, CalendarWords.season(saidOn.getYear() - 2, season))
                    .filter(each -> each.latest().isBefore(saidOn))
                    .findFirst();
        }
        return Optional.of(before.latest().isBefore(saidOn) ? thisYears : before);
    }

    private Optional<PartialDate> day(Matcher read) {
        return span(read.group("of"))
                .filter(month -> month.precision() == Precision.MONTH)
                .flatMap(month ->
                        dated(month.earliest().getYear(), month.earliest().getMonthValue(), read));
    }

    private Optional<PartialDate> month(Matcher read) {
        String month = read.group("month");
        int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : CalendarWords.month(month);
        return year(read).flatMap(year -> dated(year, number, read));
    }

    private Optional<PartialDate> season(Matcher read) {
        return year(read).map(year -> CalendarWords.season(year, read.group("season")));
    }

    private Optional<Integer> year(Matcher read) {
        return span(read.group("of"))
                .filter(year -> year.precision() == Precision.YEAR)
                .map(year -> year.earliest().getYear());
    }

    private static Optional<PartialDate> dated(int year, int month, Matcher read) {
        Optional<Integer> day = Optional.ofNullable(read.group("day")).map(Integer::valueOf);
        return CalendarWords.possible(() -> CalendarWords.date(year, Optional.of(month), day))
                .findFirst();
    }

    private static int number(String typed) {
        Integer word = NUMBERS.get(typed);
        return word == null ? Integer.parseInt(typed) : word;
    }

    /** Each of them one unit further back than the one before, from the one in which it was said. */
    private static void before(ChronoUnit unit, String... each) {
        for (int i = 0; i < each.length; i++) {
            int times = i;
            words(each[i]).forEach(word -> WORDS.put(word, new Before(unit, times)));
        }
    }

    private static void numbers(int first, String... each) {
        for (int i = 0; i < each.length; i++) {
            int number = first + i;
            words(each[i]).forEach(word -> NUMBERS.put(word, number));
        }
    }

    private static void units(ChronoUnit unit, String each) {
        words(each).forEach(word -> UNITS.put(word, unit));
    }

    private static Stream<String> words(String each) {
        return BLANK.splitAsStream(each);
    }

    private static String anyOf(Map<String, ?> words) {
        return String.join("|", words.keySet());
    }
}
