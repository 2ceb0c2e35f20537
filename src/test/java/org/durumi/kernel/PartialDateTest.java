package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.PartialDate.Qualifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    private static final LocalDate ARREST = LocalDate.of(2026, 11, 17);

    @ParameterizedTest
    @CsvSource({
        "2016-09-28, EXACT, DAY,   2016-09-28, 2016-09-28",
        "2016-09-28, ABOUT, DAY,   2016-09-25, 2016-10-01",
        "2016-09,    EXACT, MONTH, 2016-09-01, 2016-09-30",
        "2016-09,    EARLY, MONTH, 2016-09-01, 2016-09-10",
        "2016-09,    LATE,  MONTH, 2016-09-21, 2016-09-30",
        "2022-05,    ABOUT, MONTH, 2022-04-01, 2022-06-30",
        "2020-02,    BEFORE, MONTH, 1900-01-01, 2020-01-31",
        "2020-02,    AFTER, MONTH, 2020-03-01, 9999-12-31",
        "2019,       EXACT, YEAR,  2019-01-01, 2019-12-31",
        "2019,       EARLY, YEAR,  2019-01-01, 2019-04-30",
        "2019,       LATE,  YEAR,  2019-09-01, 2019-12-31",
        "2019,       ABOUT, YEAR,  2018-01-01, 2020-12-31",
        "2020-02,    BY, MONTH,    1900-01-01, 2020-02-29",
        "2020-02,    SINCE, MONTH, 2020-02-01, 9999-12-31",
        "2019-Q3,    EXACT, QUARTER, 2019-07-01, 2019-09-30",
        "2019-Q3,    ABOUT, QUARTER, 2019-04-01, 2019-12-31",
        "2019-Q3,    EARLY, QUARTER, 2019-07-01, 2019-07-31",
        "2019 spring, EXACT, SEASON, 2019-03-01, 2019-05-31",
        "2019 winter, EXACT, SEASON, 2019-12-01, 2020-02-29",
        "2019 winter, LATE, SEASON, 2020-02-01, 2020-02-29",
        "2019 winter, BEFORE, SEASON, 1900-01-01, 2019-11-30",
        "1990s,      EXACT, DECADE, 1990-01-01, 1999-12-31",
        "1990s,      EARLY, DECADE, 1990-01-01, 1993-04-30",
        "1990s,      LATE,  DECADE, 1996-09-01, 1999-12-31",
        "1990s,      ABOUT, DECADE, 1980-01-01, 2009-12-31",
        "2019-03 ~ 2019-05, EXACT, MONTH, 2019-03-01, 2019-05-31",
        "2019-03-05 ~ 2019, EXACT, DAY, 2019-03-05, 2019-12-31",
        "2019 ~ 2019-05-03, EXACT, YEAR, 2019-01-01, 2019-05-03",
        "1990s ~ 2003 winter, EXACT, DECADE, 1990-01-01, 2004-02-29",
        "2019-03 ~ 2019-05, ABOUT, MONTH, 2019-02-01, 2019-06-30",
        "2019-03-05 ~ 2019, ABOUT, DAY, 2019-03-02, 2020-12-31",
    })
    void a_typed_date_spans_every_day_that_the_words_allow(
            String typed, Qualifier qualifier, Precision precision, LocalDate earliest, LocalDate latest) {
        PartialDate date = PartialDate.read(typed, qualifier).orElseThrow();

        assertEquals(precision, date.precision());
        assertEquals(earliest, date.earliest());
        assertEquals(latest, date.latest());
        assertEquals(typed, date.typed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-13",
                "2016-02-30",
                "16",
                "last month",
                "16-09-28",
                "201609",
                "30.02.2016",
                "13/13/2016",
                "2016 09 28"
            })
    void other_texts_are_refused(String typed) {
        assertEquals(Optional.empty(), PartialDate.read(typed, Qualifier.EXACT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0001-01-01", "1899", "1900-01-01", "2200", "9999-12-31", "-001", "+999"})
    void a_year_in_which_nobody_of_a_case_lived_is_refused_whatever_is_said_of_it(String typed) {
        for (Qualifier each : Qualifier.values()) {
            assertEquals(Optional.empty(), PartialDate.read(typed, each));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-9-28",
                "20160928",
                "２０１６０９２８",
                "2016. 9. 28.",
                "2016.09.28",
                "2016/9/28",
                "2016–09–28",
                "2016－09－28",
                "2016년 9월 28일",
                "2016년9월28일",
                "2016年9月28日",
                "28.09.2016",
                "28. 9. 2016",
                "9/28/2016",
                "28/9/2016",
                "\u200b2016-09-28\u00a0"
            })
    void a_day_as_people_type_and_paste_it_is_understood(String typed) {
        assertEquals(Optional.of(PartialDate.on(LocalDate.of(2016, 9, 28))), PartialDate.read(typed, Qualifier.EXACT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016년 9월", "2016. 9.", "2016.9", "2016/09", "09.2016", "9/2016", "２０１６－０９"})
    void so_is_a_month(String typed) {
        assertEquals(Optional.of(PartialDate.in(YearMonth.of(2016, 9))), PartialDate.read(typed, Qualifier.EXACT));
    }

    @Test
    void a_year_may_say_that_it_is_one() {
        assertEquals(PartialDate.read("2016", Qualifier.ABOUT), PartialDate.read("２０１６년", Qualifier.ABOUT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28 September 2016 | 2016-09-28",
                "Sep. 28th, 2016 | 2016-09-28",
                "2016년 9월 | 2016-09",
                "in September 2016 | 2016-09",
                "2016년 9월에 | 2016-09",
                "2019년 3분기 | 2019-Q3",
                "2019년 3/4분기 | 2019-Q3",
                "Q3 2019 | 2019-Q3",
                "2019 q3 | 2019-Q3",
                "2019년 가을 | 2019 autumn",
                "２０１９ 가을철 | 2019 autumn",
                "in the fall of 2019 | 2019 autumn",
                "90년대 | 1990s",
                "1990 년대 | 1990s",
                "the '90s | 1990s",
                "the 90’s | 1990s",
                "2019-03 – 2019-05 | 2019-03 ~ 2019-05",
                "2019.3.～2019.5. | 2019-03 ~ 2019-05",
                "2019년 3월부터 5월까지 | 2019-03 ~ 2019-05",
                "2019년 3월에서 5월 사이 | 2019-03 ~ 2019-05",
                "2019년 3월 5일~7일 | 2019-03-05 ~ 2019-03-07",
                "2019-03-05 ~ 07 | 2019-03-05 ~ 2019-03-07",
                "2019-03 ~ 05 | 2019-03 ~ 2019-05",
                "between March and May 2019 | 2019-03 ~ 2019-05",
                "from 2019 to 2021 | 2019 ~ 2021",
                "2019–2021 | 2019 ~ 2021",
                "2016년 9월 중순 | 2016-09-11 ~ 2016-09-20",
                "mid-2019 | 2019-05 ~ 2019-08",
                "1990년대~2003년 겨울 | 1990s ~ 2003 winter",
            })
    void what_people_call_a_date_is_one(String typed, String date) {
        assertEquals(Optional.of(date), PartialDate.read(typed, Qualifier.EXACT).map(PartialDate::typed));
        assertEquals(PartialDate.read(date, Qualifier.EXACT), PartialDate.read(typed, Qualifier.EXACT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016년 9월 말 | LATE",
                "2016년 9월 하순 | LATE",
                "late September 2016 | LATE",
                "the end of September 2016 | LATE",
                "2016. 9. 초순 | EARLY",
                "early in September 2016 | EARLY",
                "2016년 9월경 | ABOUT",
                "약 2016년 9월 | ABOUT",
                "2016년 9월쯤 | ABOUT",
                "around September 2016 | ABOUT",
                "2016년 9월 전 | BEFORE",
                "before September 2016 | BEFORE",
                "2016년 9월 이전 | BY",
                "늦어도 2016년 9월 | BY",
                "늦어도 2016년 9월까지 | BY",
                "by September 2016 | BY",
                "September 2016 at the latest | BY",
                "2016년 9월 이후 | SINCE",
                "2016년 9월부터 | SINCE",
                "since September 2016 | SINCE",
                "2016년 9월 후 | AFTER",
                "after September 2016 | AFTER",
            })
    void what_is_said_around_a_date_is_its_qualifier(String typed, Qualifier qualifier) {
        Optional<PartialDate> chosen = PartialDate.read("2016-09", qualifier);

        assertEquals(chosen, PartialDate.read(typed, Qualifier.EXACT));
        assertEquals(chosen, PartialDate.read(typed, qualifier));
        for (Qualifier other : Qualifier.values()) {
            if (other != qualifier && other != Qualifier.EXACT) {
                assertEquals(Optional.empty(), PartialDate.read(typed, other));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2019-05 ~ 2019-03", "2019 ~ 2018-12-31", "2019-03 ~", "2019-03 ~ soon", "2019 ~ 2020 ~ 2021"})
    void what_ends_before_it_begins_is_no_range(String typed) {
        assertEquals(Optional.empty(), PartialDate.read(typed, Qualifier.EXACT));
    }

    @Test
    void a_text_that_is_longer_than_its_words_is_no_date() {
        for (String each : List.of("와 ", "3월", "(", "2019-", "전 전", "the ")) {
            assertEquals(Optional.empty(), PartialDate.read(each.repeat(50_000), Qualifier.EXACT, Optional.of(ARREST)));
        }
    }

    @Test
    void of_a_range_one_can_only_say_around() {
        for (Qualifier each : Qualifier.values()) {
            assertEquals(
                    each == Qualifier.EXACT || each == Qualifier.ABOUT,
                    PartialDate.read("2019-03 ~ 2019-05", each).isPresent());
        }
    }

    @Test
    void by_a_day_includes_it_and_before_does_not() {
        PartialDate by = PartialDate.read(ARREST.toString(), Qualifier.BY).orElseThrow();
        PartialDate before =
                PartialDate.read(ARREST.toString(), Qualifier.BEFORE).orElseThrow();

        assertTrue(by.agreesWith(PartialDate.on(ARREST)));
        assertFalse(before.agreesWith(PartialDate.on(ARREST)));
        assertFalse(by.agreesWith(PartialDate.on(ARREST.plusDays(1))));
    }

    @Test
    void only_what_may_be_two_days_is_ambiguous() {
        assertEquals(
                List.of(PartialDate.on(LocalDate.of(2016, 9, 5)), PartialDate.on(LocalDate.of(2016, 5, 9))),
                PartialDate.readings("5/9/2016", Optional.empty()));
        assertTrue(PartialDate.read("05.09.2016", Qualifier.EXACT).isEmpty());
        assertEquals(
                List.of(PartialDate.on(LocalDate.of(2016, 5, 5))),
                PartialDate.readings("05.05.2016", Optional.empty()));
    }

    @Test
    void a_day_is_neither_early_nor_late() {
        assertTrue(PartialDate.read("2016-09-28", Qualifier.LATE).isEmpty());
    }

    @Test
    void blank_means_unknown() {
        assertEquals(Optional.of(PartialDate.unknown()), PartialDate.read("  ", Qualifier.EXACT));
        assertEquals("", PartialDate.unknown().typed());
    }

    @Test
    void dates_sort_by_earliest_then_latest_and_unknown_comes_last() {
        PartialDate month = PartialDate.in(YearMonth.of(2016, 9));
        PartialDate first = PartialDate.on(LocalDate.of(2016, 9, 1));
        PartialDate later = PartialDate.on(LocalDate.of(2016, 9, 28));

        List<PartialDate> sorted =
                Stream.of(PartialDate.unknown(), later, month, first).sorted().toList();

        assertEquals(List.of(first, month, later, PartialDate.unknown()), sorted);
    }

    @Test
    void only_a_date_that_lies_wholly_after_a_day_is_after_it() {
        assertFalse(PartialDate.in(YearMonth.from(ARREST)).isAfter(ARREST));
        assertFalse(PartialDate.unknown().isAfter(ARREST));
        assertTrue(PartialDate.on(ARREST.plusDays(1)).isAfter(ARREST));
    }

    @Test
    void the_words_of_the_source_are_kept_and_limited() {
        PartialDate date = PartialDate.on(ARREST).inTheWords("지난달");

        assertEquals("지난달", date.words());
        assertThrows(IllegalArgumentException.class, () -> date.inTheWords("가".repeat(81)));
    }
}
