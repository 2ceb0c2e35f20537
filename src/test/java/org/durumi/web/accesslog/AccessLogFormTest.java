package org.durumi.web.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessFilter.Cursor;
import org.durumi.accesslog.AccessOutcome;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

class AccessLogFormTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static AccessLogForm asked(String... fieldsAndValues) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            query.putSingle(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return AccessLogForm.of(query, SEOUL);
    }

    @Test
    void nothing_asked_shows_everything() {
        AccessLogForm form = asked();

        assertTrue(form.input().isValid());
        assertTrue(form.isFirstPage());
        assertEquals(Instant.EPOCH, form.filter().from());
        assertEquals(Optional.empty(), form.filter().number());
        assertEquals("/access-log", form.address());
    }

    @Test
    void a_day_begins_at_midnight_in_the_organisations_zone_and_the_last_day_counts_whole() {
        AccessLogForm form = asked("from", "2026-11-21", "to", "2026-11-22");

        assertEquals(Instant.parse("2026-11-20T15:00:00Z"), form.filter().from());
        assertEquals(Instant.parse("2026-11-22T15:00:00Z"), form.filter().until());
    }

    @Test
    void a_month_may_stand_for_its_days() {
        AccessLogForm form = asked("from", "2026-11", "to", "2026-11");

        assertEquals(Instant.parse("2026-10-31T15:00:00Z"), form.filter().from());
        assertEquals(Instant.parse("2026-11-30T15:00:00Z"), form.filter().until());
    }

    @Test
    void every_condition_reaches_the_filter() {
        AccessLogForm form =
                asked("person", "seo", "case", " c-2026-7f3kqm ", "action", "EXPORT", "outcome", "REFUSED");

        assertTrue(form.input().isValid());
        assertEquals(Optional.of(new UserId("seo")), form.filter().actor());
        assertEquals(Optional.of(new CaseNumber("C-2026-7F3KQM")), form.filter().number());
        assertEquals(Optional.of(AccessAction.EXPORT), form.filter().action());
        assertEquals(Optional.of(AccessOutcome.REFUSED), form.filter().outcome());
    }

    @Test
    void the_number_of_a_print_reaches_the_filter_whole_or_is_an_error_at_its_field() {
        String number = "3f0c9a52-7d1e-4b6a-9c3d-5e8f70a1b2c4";

        assertEquals(
                Optional.of(UUID.fromString(number)),
                asked("request", " " + number + " ").filter().request());
        assertFalse(asked("request", "3f0c9a52").input().isValid());
        assertEquals("/access-log?request=" + number, asked("request", number).address());
    }

    @Test
    void what_is_no_case_number_is_an_error_at_its_field_and_stays_typed() {
        AccessLogForm form = asked("case", "C-2026-<b>");

        assertTrue(form.input().errors().isAt("case"));
        assertEquals("C-2026-<b>", form.input().typed("case"));
    }

    @Test
    void an_unknown_action_a_damaged_day_and_a_turned_period_are_errors_at_their_fields() {
        assertTrue(asked("action", "DROP").input().errors().isAt("action"));
        assertTrue(asked("outcome", "PERHAPS").input().errors().isAt("outcome"));
        assertTrue(asked("from", "yesterday").input().errors().isAt("from"));
        assertTrue(
                asked("from", "2026-11-22", "to", "2026-11-21").input().errors().isAt("to"));
        assertTrue(asked("person", "x".repeat(65)).input().errors().isAt("person"));
        assertTrue(asked("person", "𠮷".repeat(64)).input().errors().isAt("person"));
    }

    @Test
    void a_place_in_the_log_survives_the_address_and_a_forged_one_is_ignored() {
        Instant at = Instant.parse("2026-11-22T05:02:11.123456Z");

        assertEquals(
                Optional.of(new Cursor(at, 4711)),
                asked("older", at + "~4711").filter().olderThan());
        assertEquals(
                Optional.of(new Cursor(at, 4711)), asked("newer", at + "~4711").newerThan());
        assertEquals(Optional.empty(), asked("older", "1 or 1=1").filter().olderThan());
        assertEquals(
                Optional.empty(), asked("older", Instant.MAX + "~4711").filter().olderThan());
        assertEquals(Optional.empty(), asked("newer", Instant.MIN + "~4711").newerThan());
        assertFalse(asked("older", at + "~4711").isFirstPage());
    }

    @Test
    void the_address_keeps_the_conditions_and_encodes_them() {
        assertEquals(
                "/access-log?person=a%26b&from=2026-11",
                asked("from", "2026-11", "person", "a&b").address());
        assertEquals("/access-log?outcome=REFUSED", AccessLogForm.only("outcome", "REFUSED"));
    }
}
