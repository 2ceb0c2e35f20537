package org.durumi.web.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseFilter.Sort;
import org.durumi.kernel.Level;
import org.durumi.route.Stage;
import org.durumi.web.support.FormInput;
import org.junit.jupiter.api.Test;

class CaseQueryTest {
    @Test
    void without_a_filter_it_shows_every_open_case_by_level() {
        CaseQuery query = CaseQuery.of(FormInput.blank());

        assertEquals(CaseFilter.all(), query.filter());
        assertFalse(query.isNarrowed());
        assertEquals("/cases", query.address(1));
        assertEquals("", query.query());
    }

    @Test
    void filters_pass_into_the_addresses_of_other_pages() {
        CaseQuery query = CaseQuery.of(FormInput.blank()
                .with("stage", Stage.DETENTION)
                .with("level", Level.CRITICAL)
                .with("sort", Sort.CHANGED)
                .with("page", "2"));

        assertEquals(Stage.DETENTION, query.filter().stage().orElseThrow());
        assertEquals(1, query.filter().page());
        assertTrue(query.isNarrowed());
        assertEquals("/cases?stage=DETENTION&level=CRITICAL&sort=CHANGED&page=3", query.address(3));
        assertEquals("/cases?sort=CHANGED", query.whole());
    }

    @Test
    void what_cannot_be_read_filters_nothing_and_passes_into_no_address() {
        CaseQuery query = CaseQuery.of(FormInput.blank()
                .with("number", "림설옥")
                .with("caseworker", "two\nlines\u0000")
                .with("stage", "ASLEEP")
                .with("country", "??")
                .with("sort", "MOOD")
                .with("page", "-1"));

        assertEquals(CaseFilter.all(), query.filter());
        assertEquals("/cases", query.address(1));
        assertEquals(
                CaseFilter.all(),
                CaseQuery.of(FormInput.blank().with("caseworker", "\uD842\uDFB7".repeat(64)))
                        .filter());
    }

    @Test
    void a_field_that_says_nothing_is_taken_out_of_the_address() {
        CaseQuery query = CaseQuery.of(FormInput.blank().with("stage", "").with("country", "CN"));

        assertTrue(query.hasBlanks());
        assertEquals("/cases?country=CN", query.address(1));
        assertFalse(CaseQuery.of(FormInput.blank().with("country", "CN")).hasBlanks());
    }

    @Test
    void the_head_of_a_column_sorts_by_it_and_then_the_other_way_round() {
        CaseQuery byLevel = CaseQuery.of(FormInput.blank().with("country", "CN").with("page", "3"));
        CaseQuery byNumber = CaseQuery.of(FormInput.blank().with("sort", Sort.NUMBER));
        CaseQuery turned =
                CaseQuery.of(FormInput.blank().with("sort", Sort.NUMBER).with("reversed", "yes"));

        assertEquals("/cases?country=CN&sort=NUMBER", byLevel.sorted(Sort.NUMBER));
        assertEquals("/cases?country=CN&reversed=yes", byLevel.sorted(Sort.LEVEL));
        assertEquals("descending", byLevel.direction(Sort.LEVEL));
        assertNull(byLevel.direction(Sort.NUMBER));
        assertEquals("ascending", byNumber.direction(Sort.NUMBER));
        assertEquals("/cases?sort=NUMBER&reversed=yes", byNumber.sorted(Sort.NUMBER));
        assertEquals("descending", turned.direction(Sort.NUMBER));
        assertEquals("/cases?sort=NUMBER", turned.sorted(Sort.NUMBER));
        assertEquals("/cases", turned.sorted(Sort.LEVEL));
    }

    @Test
    void the_end_of_a_number_passes_as_it_stands_in_a_number() {
        CaseQuery query = CaseQuery.of(FormInput.blank().with("number", "26 7f3 kqm"));

        assertEquals("/cases?number=26-7F3KQM", query.address(1));
        assertTrue(query.isNarrowed());
    }
}
