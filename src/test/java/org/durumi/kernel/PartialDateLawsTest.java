package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.durumi.Samples;
import org.durumi.kernel.PartialDate.Qualifier;
import org.junit.jupiter.api.Test;

/** What holds for every date, however little is known of it. */
class PartialDateLawsTest {
    @Test
    void what_was_typed_is_read_and_shown_again() {
        Samples.each(samples -> {
            String typed = typed(samples);
            Qualifier qualifier = qualifier(samples, typed);
            PartialDate read = PartialDate.read(typed, qualifier).orElseThrow();

            assertEquals(typed, read.typed());
            assertEquals(qualifier, read.qualifier());
            assertFalse(read.latest().isBefore(read.earliest()));
        });
    }

    @Test
    void about_a_date_is_wider_than_the_date_and_before_and_after_lie_outside_it() {
        Samples.each(samples -> {
            String typed = typed(samples);
            PartialDate exact = PartialDate.read(typed, Qualifier.EXACT).orElseThrow();
            PartialDate about = PartialDate.read(typed, Qualifier.ABOUT).orElseThrow();
            PartialDate before = PartialDate.read(typed, Qualifier.BEFORE).orElseThrow();
            PartialDate after = PartialDate.read(typed, Qualifier.AFTER).orElseThrow();

            assertTrue(about.earliest().isBefore(exact.earliest()));
            assertTrue(about.latest().isAfter(exact.latest()));
            assertEquals(exact.earliest(), before.latest().plusDays(1));
            assertEquals(exact.latest(), after.earliest().minusDays(1));
            assertTrue(after.isAfter(exact.latest()) && !exact.isAfter(exact.earliest()));
        });
    }

    @Test
    void dates_have_one_order_in_which_the_unknown_is_last() {
        Samples.each(samples -> {
            List<PartialDate> dates = samples.upTo(12, () -> any(samples));
            List<PartialDate> sorted = dates.stream().sorted().toList();
            Collections.reverse(dates);

            assertEquals(days(sorted), days(dates.stream().sorted().toList()));
            for (int i = 1; i < sorted.size(); i++) {
                PartialDate one = sorted.get(i - 1);
                PartialDate next = sorted.get(i);
                assertEquals(Integer.signum(one.compareTo(next)), -Integer.signum(next.compareTo(one)));
                assertFalse(next.earliest().isBefore(one.earliest()));
                assertTrue(one.isKnown() || !next.isKnown());
            }
        });
    }

    @Test
    void whatever_is_typed_is_a_date_or_none() {
        Samples.each(samples -> {
            Optional<PartialDate> read = PartialDate.read(samples.text(), samples.of(Qualifier.values()));

            assertTrue(read.isEmpty()
                    || !read.get().isKnown()
                    || PartialDate.read(read.get().typed(), read.get().qualifier())
                            .isPresent());
        });
    }

    @Test
    void a_date_is_equal_only_to_what_is_in_its_place_in_the_order() {
        Samples.each(samples -> {
            PartialDate one = any(samples);
            PartialDate other = samples.coin() ? any(samples) : any(samples.again());

            assertEquals(one.equals(other), one.compareTo(other) == 0);
        });
    }

    @Test
    void what_both_languages_show_is_read_as_the_same_date() {
        Samples.each(samples -> {
            PartialDate date = any(samples).inTheWords("");
            for (Locale language : Texts.LANGUAGES) {
                Texts texts = new Texts(language, ZoneId.of("Asia/Seoul"));

                if (date.isKnown()) {
                    assertEquals(Optional.of(date), PartialDate.read(texts.date(date), Qualifier.EXACT));
                }
                assertEquals(Optional.of(date), PartialDate.read(texts.typed(date.typed()), date.qualifier()));
            }
        });
    }

    @Test
    void a_range_holds_its_ends_and_every_reading_of_a_date_its_narrower_ones() {
        Samples.each(samples -> {
            PartialDate first = exact(samples);
            PartialDate last = exact(samples);
            Optional<PartialDate> range = PartialDate.read(first.typed() + " ~ " + last.typed(), Qualifier.EXACT);

            boolean inOrder = !last.latest().isBefore(first.earliest());
            assertEquals(inOrder, range.isPresent());
            range.ifPresent(each -> {
                assertTrue(each.isRange());
                assertEquals(first.earliest(), each.earliest());
                assertEquals(last.latest(), each.latest());
                assertTrue(each.agreesWith(first) && each.agreesWith(last));
            });
        });
    }

    @Test
    void every_part_of_a_month_season_year_or_decade_lies_in_it() {
        Samples.each(samples -> {
            LocalDate day = samples.day();
            for (Precision each : Precision.values()) {
                PartialDate whole = PartialDate.in(each, day);

                assertFalse(day.isBefore(whole.earliest()) || day.isAfter(whole.latest()));
                assertEquals(whole, PartialDate.in(each, whole.earliest()));
                assertEquals(whole, PartialDate.in(each, whole.latest()));
                for (Qualifier part : List.of(Qualifier.EARLY, Qualifier.LATE)) {
                    whole.with(part).ifPresent(third -> {
                        assertFalse(third.earliest().isBefore(whole.earliest()));
                        assertFalse(third.latest().isAfter(whole.latest()));
                    });
                }
            }
        });
    }

    private static List<String> days(List<PartialDate> dates) {
        return dates.stream().map(each -> each.earliest() + " " + each.latest()).toList();
    }

    private static PartialDate any(Samples samples) {
        return samples.between(0, 5) == 0 ? PartialDate.unknown() : samples.partialDate();
    }

    /** A day, month, quarter, season, year or decade. */
    private static PartialDate exact(Samples samples) {
        return PartialDate.read(typed(samples), Qualifier.EXACT).orElseThrow();
    }

    private static String typed(Samples samples) {
        return samples.typedDate();
    }

    private static Qualifier qualifier(Samples samples, String typed) {
        return typed.length() == 10
                ? samples.of(
                        Qualifier.EXACT,
                        Qualifier.ABOUT,
                        Qualifier.BEFORE,
                        Qualifier.BY,
                        Qualifier.SINCE,
                        Qualifier.AFTER)
                : samples.of(Qualifier.values());
    }
}
