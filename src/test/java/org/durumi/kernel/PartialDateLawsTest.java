package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
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
                    || read.get().typed().matches("[-0-9]{4,10}"));
        });
    }

    private static List<String> days(List<PartialDate> dates) {
        return dates.stream().map(each -> each.earliest() + " " + each.latest()).toList();
    }

    private static PartialDate any(Samples samples) {
        if (samples.between(0, 5) == 0) {
            return PartialDate.unknown();
        }
        String typed = typed(samples);
        return PartialDate.read(typed, qualifier(samples, typed)).orElseThrow();
    }

    /** A day, a month or a year. */
    private static String typed(Samples samples) {
        return samples.day().toString().substring(0, samples.of(4, 7, 10));
    }

    private static Qualifier qualifier(Samples samples, String typed) {
        return typed.length() == 10
                ? samples.of(Qualifier.EXACT, Qualifier.ABOUT, Qualifier.BEFORE, Qualifier.AFTER)
                : samples.of(Qualifier.values());
    }
}
