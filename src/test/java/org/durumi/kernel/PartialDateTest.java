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
import org.durumi.kernel.PartialDate.Precision;
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

    @Test
    void only_what_may_be_two_days_is_ambiguous() {
        assertEquals(
                List.of(PartialDate.on(LocalDate.of(2016, 9, 5)), PartialDate.on(LocalDate.of(2016, 5, 9))),
                PartialDate.readings("5/9/2016"));
        assertTrue(PartialDate.read("05.09.2016", Qualifier.EXACT).isEmpty());
        assertEquals(List.of(PartialDate.on(LocalDate.of(2016, 5, 5))), PartialDate.readings("05.05.2016"));
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
