package org.durumi.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.durumi.cases.CaseFilter.Sort;
import org.junit.jupiter.api.Test;

class CaseFilterTest {
    @Test
    void the_other_way_round_every_column_is_so_that_one_index_serves_both() {
        assertEquals("f.levelRank, f.changedAt desc, f.number.value", Sort.LEVEL.order(false));
        assertEquals("f.levelRank desc, f.changedAt, f.number.value desc", Sort.LEVEL.order(true));
        assertEquals("f.people, f.changedAt, f.number.value desc", Sort.PEOPLE.order(true));
    }

    @Test
    void every_order_ends_with_the_number_so_that_pages_never_overlap() {
        for (Sort each : Sort.values()) {
            assertTrue(each.order(false).endsWith("f.number.value"), each.name());
            assertTrue(each.order(true).endsWith("f.number.value desc"), each.name());
        }
    }

    @Test
    void the_highest_risk_comes_first_and_the_lowest_number() {
        assertTrue(Sort.LEVEL.isDescending(false));
        assertFalse(Sort.LEVEL.isDescending(true));
        assertFalse(Sort.NUMBER.isDescending(false));
    }
}
