package org.durumi.kernel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.kernel.PartialDate.Qualifier;

/**
 * A date as people type and paste it, in Korean and English: 2016. 9. 28., 20160928, 2016년 9월 말, late September 2016, 2019년 봄,
 * 90년대, 2019-03 ~ 2019-05, between March and May 2019, 지난달. Digits and signs may be of full width, hyphens and blanks of any
 * kind.
 *
 * <p>Six digits are none: they may be a year and a month, or a day of a year of two digits.
 */
final class TypedDate {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern WAVES = Pattern.compile("[\u301C\u223C\u02DC]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern AROUND_IT = Pattern.compile("(?:(?:in|on|during) )?(?:the )?(.+?)(?: ?에)?");

    /** Each way to say a qualifier, around what it is said of. */
    private static final List<QualifierWords> QUALIFIERS = List.of(
            new QualifierWords(
                    Qualifier.ABOUT,
                    "(?:약 ?|대략 |around |about |circa |ca\\.? ?|c\\. ?|approximately |approx\\.? |roughly )(.+)",
                    "(.+?) ?(?:경|무렵|쯤|즈음)"),
            new QualifierWords(Qualifier.BEFORE, "(?:before|prior to|earlier than) (.+)", "(.+?) ?전"),
            new QualifierWords(
                    Qualifier.BY,
                    "(?:by|until|till|up to|no later than|not later than) (.+)",
                    "(.+?) (?:or earlier|at the latest)",
                    "(?:늦어도 )?(.+?) ?(?:까지|이전)",
                    "늦어도 (.+)"),
            new QualifierWords(
                    Qualifier.SINCE,
                    "(?:since|from|as of|not before) (.+)",
                    "(.+?) (?:or later|onwards?)",
                    "(.+?) ?(?:부터|이후)"),
            new QualifierWords(Qualifier.AFTER, "(?:after|later than) (.+)", "(.+?) ?후"),
            new QualifierWords(
                    Qualifier.EARLY, "early (?:in )?(.+)", "(?:the )?beginning of (.+)", "(.+?) ?(?:초순|초반|연초|초)"),
            new QualifierWords(Qualifier.LATE, "late (?:in )?(.+)", "(?:the )?end of (.+)", "(.+?) ?(?:하순|후반|연말|말)"));

    /** What stands between and around the two ends of a range. */
    private static final List<Pattern> RANGES = Stream.of(
                    "(.+?) ?~ ?(.+)",
                    "(\\d{4}) ?- ?(\\d{4})",
                    "(.+?) - (.+)",
                    "between (.+?) and (.+)",
                    "(?:from )?(.+?) (?:to|until|till|through) (.+)",
                    "(.+?) ?(?:에서|와|과) ?(.+?) ?사이",
                    "(.+?) ?(?:부터|에서) ?(.+?) ?(?:까지)?")
            .map(Pattern::compile)
            .toList();

    private static final List<Pattern> MIDDLES = Stream.of("mid(?:dle of)?[ -](.+)", "(.+?) ?(?:중순|중반)")
            .map(Pattern::compile)
            .toList();

    /** What a second end takes over from the first: «2019년 3월 ~ 5월», «2019-03-05 ~ 07». */
    private static final Pattern LEADING = Pattern.compile("(\\d{4} ?[-./년年] ?)(\\d{1,2} ?[-./월月] ?)?\\d{1,2}.*");

    /** What a first end takes over from the second: «March to May 2019». */
    private static final Pattern TRAILING = Pattern.compile(".*[a-z]\\.?( \\d{4})");

    private record QualifierWords(Qualifier qualifier, List<Pattern> patterns) {
        QualifierWords(Qualifier qualifier, String... patterns) {
            this(qualifier, Stream.of(patterns).map(Pattern::compile).toList());
        }
    }

    private final Optional<LocalDate> saidOn;

    private TypedDate(Optional<LocalDate> saidOn) {
        this.saidOn = saidOn;
    }

    /** What the text may mean: nothing, one date, or two days where the day and the month may be either. */
    static List<PartialDate> readings(String text, Optional<LocalDate> saidOn) {
        TypedDate typed = new TypedDate(saidOn);
        String date = folded(text);
        // No date is longer, and what is would keep the patterns busy.
        if (date.length() > PartialDate.LONGEST_WORDS) {
            return List.of();
        }
        List<PartialDate> exact = typed.exact(date);
        return exact.isEmpty() ? typed.qualified(date) : exact;
    }

    static String folded(String text) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        String plain = WAVES.matcher(HYPHENS.matcher(seen).replaceAll("-")).replaceAll("~");
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private List<PartialDate> qualified(String date) {
        return QUALIFIERS.stream()
                .flatMap(words -> inside(words.patterns(), date)
                        .flatMap(inner -> exact(inner).stream())
                        .flatMap(each -> each.with(words.qualifier()).stream()))
                .distinct()
                .toList();
    }

    private List<PartialDate> exact(String date) {
        List<PartialDate> plain = plain(date);
        if (plain.isEmpty()) {
            plain = inside(MIDDLES, date)
                    .flatMap(inner -> plain(inner).stream())
                    .flatMap(each -> each.middle().stream())
                    .toList();
        }
        return plain.isEmpty() ? ranges(date) : plain;
    }

    private List<PartialDate> ranges(String date) {
        return RANGES.stream()
                .map(pattern -> pattern.matcher(date))
                .filter(Matcher::matches)
                .map(read -> between(read.group(1), read.group(2)))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<PartialDate> between(String first, String last) {
        return end(completed(first, TRAILING.matcher(last), false)).stream()
                .flatMap(from -> end(completed(last, LEADING.matcher(first), true)).stream()
                        .flatMap(to -> from.upTo(to).stream()))
                .toList();
    }

    /** What an end of a range may be: «2019-03», and the third of it in «late March», «2019년 초». */
    private List<PartialDate> end(String date) {
        List<PartialDate> plain = plain(date);
        return plain.isEmpty()
                ? Stream.concat(
                                inside(MIDDLES, date)
                                        .flatMap(inner -> plain(inner).stream())
                                        .flatMap(each -> each.middle().stream()),
                                QUALIFIERS.stream()
                                        .filter(words -> words.qualifier().isOfThird())
                                        .flatMap(words -> inside(words.patterns(), date)
                                                .flatMap(inner -> plain(inner).stream())
                                                .flatMap(each -> each.third(words.qualifier()).stream())))
                        .distinct()
                        .toList()
                : plain;
    }

    /** An end of a range with what it leaves to the other end. */
    private String completed(String end, Matcher other, boolean leading) {
        if (!end(end).isEmpty() || !other.matches()) {
            return end;
        } else if (!leading) {
            return end + other.group(1);
        }
        String year = other.group(1);
        String month = Optional.ofNullable(other.group(2)).orElse("");
        return plain(year + end).isEmpty() || !month.isEmpty() && end.matches("\\d{1,2}[일日號.]?")
                ? year + month + end
                : year + end;
    }

    /** A day, month, quarter, season, year or decade, as it stands in the calendar or as seen from the day on which it was said. */
    private List<PartialDate> plain(String date) {
        Matcher around = AROUND_IT.matcher(date);
        String inner = around.matches() ? around.group(1) : date;
        List<PartialDate> dates = CalendarWords.readings(inner);
        return (dates.isEmpty() ? saidOn.flatMap(day -> RelativeWords.read(inner, day)).stream() : dates.stream())
                .filter(each -> !each.isFarAway())
                .toList();
    }

    private static Stream<String> inside(List<Pattern> patterns, String date) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(date))
                .filter(Matcher::matches)
                .map(read -> read.group(1));
    }
}
