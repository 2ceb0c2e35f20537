package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.StageEntry;
import org.durumi.route.Stage;
import org.durumi.work.CheckInFixtures;
import org.durumi.work.CheckInKind;
import org.junit.jupiter.api.Test;

/** When somebody was heard of last, and what they missed since. */
class HeardOfTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** Its entry is written down now, and tells of today. */
    private static final StageEntry CONTACT = at(Stage.CONTACT).standing();

    private final CheckInFixtures calls = new CheckInFixtures();

    private Facts.CheckIns facts(StageEntry... journey) {
        return new HeardOf(calls.known(), List.of(journey), SEOUL).facts(Optional.empty());
    }

    private static Instant hour(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private void misses(int hour) {
        calls.misses(hour(hour - 1), hour(hour));
    }

    @Test
    void who_missed_nothing_is_not_silent() {
        assertEquals(new Facts.CheckIns(true, Optional.empty(), Optional.empty(), false), facts());
    }

    @Test
    void what_is_missed_in_a_row_is_counted_from_the_first() {
        misses(24);
        misses(48);
        assertEquals(Optional.of(new Silence(2, hour(23))), facts().silence());
        assertEquals(facts().silence(), facts().before());
    }

    @Test
    void somebody_who_was_heard_of_is_silent_no_more() {
        misses(24);
        calls.says(CheckInKind.OK, hour(30));
        assertEquals(Optional.empty(), facts().silence());
        misses(54);
        calls.says(CheckInKind.THIRD_PARTY, hour(60));
        assertEquals(Optional.empty(), facts().silence());
        misses(84);
        assertEquals(Optional.of(new Silence(1, hour(83))), facts().silence());
    }

    @Test
    void that_a_plan_is_paused_or_ended_says_nothing_of_them() {
        misses(24);
        calls.says(CheckInKind.PAUSED, hour(30));
        misses(54);
        assertEquals(Optional.of(new Silence(2, hour(23))), facts().silence());
        calls.ends(hour(60));
        assertEquals(Optional.of(new Silence(2, hour(23))), facts().silence());
        assertFalse(facts().agreed());
    }

    @Test
    void a_contact_is_news_if_it_was_not_before_they_were_awaited() {
        calls.misses(hour(-2), hour(-1));
        assertEquals(Optional.empty(), facts(CONTACT).silence());
        misses(1);
        assertEquals(Optional.of(new Silence(1, hour(0))), facts(CONTACT).silence());
    }

    @Test
    void an_older_contact_that_is_told_of_now_is_none() {
        calls.misses(hour(24), hour(-1));
        assertEquals(Optional.of(new Silence(1, hour(24))), facts(CONTACT).silence());
    }

    @Test
    void what_is_said_under_duress_counts_only_after_a_supervisor_has_dealt_with_it() {
        misses(24);
        calls.says(CheckInKind.DURESS, hour(30));
        assertTrue(facts().duress());
        assertEquals(Optional.of(new Silence(1, hour(23))), facts().silence());
        calls.says(CheckInKind.OK, hour(31));
        assertTrue(facts().duress(), "whoever holds them can let them say so");
        assertEquals(1, facts().silence().orElseThrow().misses());
        calls.says(CheckInKind.ANSWERED, hour(32));
        assertTrue(facts().duress(), "nobody has heard of them since");
        calls.says(CheckInKind.OK, hour(33));
        assertFalse(facts().duress());
        assertEquals(Optional.empty(), facts().silence());
    }

    @Test
    void duress_that_is_said_again_is_to_be_dealt_with_again() {
        calls.says(CheckInKind.DURESS, hour(1));
        calls.says(CheckInKind.ANSWERED, hour(2));
        calls.says(CheckInKind.DURESS, hour(3));
        calls.says(CheckInKind.OK, hour(4));
        assertTrue(facts().duress());
    }

    @Test
    void what_was_missed_before_somebody_was_held_counts_where_they_stood_before() {
        misses(24);
        Facts.CheckIns out = new HeardOf(calls.known(), List.of(), SEOUL).facts(Optional.of(hour(40)));
        assertEquals(Optional.empty(), out.silence());
        assertEquals(Optional.of(new Silence(1, hour(23))), out.before());
        calls.says(CheckInKind.OK, hour(20));
        misses(64);
        out = new HeardOf(calls.known(), List.of(), SEOUL).facts(Optional.of(hour(40)));
        assertEquals(Optional.of(new Silence(1, hour(63))), out.silence());
        assertEquals(Optional.of(new Silence(2, hour(23))), out.before());
    }

    @Test
    void who_was_heard_of_after_they_came_out_was_heard_of() {
        misses(24);
        calls.says(CheckInKind.OK, hour(50));
        Facts.CheckIns out = new HeardOf(calls.known(), List.of(), SEOUL).facts(Optional.of(hour(40)));
        assertEquals(Optional.empty(), out.silence());
        assertEquals(Optional.empty(), out.before());
    }
}
