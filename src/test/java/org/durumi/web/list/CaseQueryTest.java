package org.durumi.web.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.durumi.cases.CaseFilter;
import org.durumi.kernel.Level;
import org.durumi.route.Stage;
import org.durumi.web.support.FormInput;
import org.junit.jupiter.api.Test;

class CaseQueryTest {
    @Test
    void without_a_filter_it_shows_every_open_case_by_level() {
        assertEquals(CaseFilter.all(), query().filter());
        assertFalse(query().isNarrowed());
    }

    @Test
    void filters_pass_into_the_addresses_of_other_pages() {
        CaseQuery query = new CaseQuery(FormInput.blank()
                .with("stage", Stage.DETENTION)
                .with("level", Level.CRITICAL)
                .with("sort", CaseFilter.Sort.CHANGED)
                .with("page", "2"));

        assertEquals(Stage.DETENTION, query.filter().stage().orElseThrow());
        assertEquals(1, query.filter().page());
        assertTrue(query.isNarrowed());
        assertEquals("/cases?stage=DETENTION&level=CRITICAL&sort=CHANGED&page=3", query.address(3));
    }

    @Test
    void what_cannot_be_read_filters_nothing() {
        CaseQuery query = new CaseQuery(FormInput.blank()
                .with("stage", "ASLEEP")
                .with("country", "??")
                .with("sort", "MOOD")
                .with("page", "-1"));

        assertEquals(CaseFilter.all(), query.filter());
    }

    private static CaseQuery query() {
        return new CaseQuery(FormInput.blank());
    }
}
