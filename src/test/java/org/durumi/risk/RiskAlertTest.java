package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.durumi.cases.CaseFile;
import org.durumi.cases.OpenCases;
import org.durumi.identity.Actor;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskAlertTest {
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final Actor RISK = Actor.system("risk");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @ParameterizedTest(name = "{0} is due after {1} hours")
    @CsvSource({"CRITICAL, 1", "HIGH, 4", "MEDIUM, 24", "LOW, 168"})
    void an_alert_is_due_by_its_level(Level level, int hours) {
        RiskAlert alert = raised(level);

        assertEquals(NOW.plus(Duration.ofHours(hours)), alert.dueAt());
        assertFalse(alert.isOverdueAt(alert.dueAt()));
        assertTrue(alert.isOverdueAt(alert.dueAt().plusSeconds(1)));
    }

    @Test
    void the_same_finding_changes_nothing() {
        assertFalse(raised(Level.HIGH).fire(Level.HIGH, "R05", at(LATER, RISK)));
    }

    @Test
    void a_higher_level_must_be_acknowledged_anew() {
        RiskAlert alert = raised(Level.HIGH);
        alert.acknowledge(0, at(NOW, SEO), true);

        assertTrue(alert.fire(Level.CRITICAL, "R05", at(LATER, RISK)));

        assertEquals(AlertState.RAISED, alert.state());
        assertEquals(LATER.plus(Duration.ofHours(1)), alert.dueAt());
    }

    @Test
    void a_lower_level_keeps_what_was_done() {
        RiskAlert alert = raised(Level.HIGH);
        alert.acknowledge(0, at(NOW, SEO), true);

        assertTrue(alert.fire(Level.MEDIUM, "R05", at(LATER, RISK)));

        assertEquals(AlertState.ACKNOWLEDGED, alert.state());
        assertEquals(Level.MEDIUM, alert.level());
    }

    @Test
    void an_alert_is_resolved_only_after_somebody_acted() {
        RiskAlert alert = raised(Level.HIGH);
        assertEquals("alert.not-possible", refusal(() -> alert.resolve(0, at(NOW, SEO), true)));

        alert.act("called the lawyer", 0, by(SEO, FILE.id()), true);
        alert.resolve(0, at(LATER, SEO), true);

        assertEquals(AlertState.RESOLVED, alert.state());
        assertEquals(SEO.signed(NOW), alert.acknowledged().orElseThrow());
        assertEquals("alert.not-possible", refusal(() -> alert.act("again", 0, by(SEO, FILE.id()), true)));
    }

    @ParameterizedTest(name = "a caseworker who has seen {0} has acknowledged it: {1}")
    @CsvSource({"CRITICAL, false", "HIGH, false", "MEDIUM, true", "LOW, true"})
    void only_a_supervisor_acknowledges_what_is_high(Level level, boolean acknowledged) {
        RiskAlert alert = raised(level);

        alert.acknowledge(0, at(NOW, HANEUL), false);

        assertEquals(!acknowledged, alert.isUnacknowledged());
        assertEquals(!acknowledged, alert.isOverdueAt(alert.dueAt().plusSeconds(1)));
        assertEquals(acknowledged ? AlertState.ACKNOWLEDGED : AlertState.RAISED, alert.state());
        assertEquals(!acknowledged, alert.seen().isPresent());
    }

    @Test
    void a_caseworker_who_acts_leaves_it_to_a_supervisor_to_acknowledge() {
        RiskAlert alert = raised(Level.CRITICAL);

        alert.act("called the lawyer", 0, by(HANEUL, FILE.id()), false);

        assertEquals(AlertState.ACTED_ON, alert.state());
        assertTrue(alert.isUnacknowledged());
        assertEquals("alert.resolve.unacknowledged", refusal(() -> alert.resolve(0, at(LATER, HANEUL), false)));
        assertEquals("alert.not-possible", refusal(() -> alert.acknowledge(0, at(LATER, HANEUL), false)));

        alert.acknowledge(0, at(LATER, SEO), true);

        assertFalse(alert.isUnacknowledged());
        assertEquals(AlertState.ACTED_ON, alert.state());
        alert.resolve(0, at(LATER, HANEUL), false);
        assertEquals(AlertState.RESOLVED, alert.state());
    }

    @Test
    void what_rises_waits_for_a_supervisor_anew() {
        RiskAlert alert = raised(Level.HIGH);
        alert.acknowledge(0, at(NOW, SEO), true);

        alert.fire(Level.CRITICAL, "R05", at(LATER, RISK));

        assertTrue(alert.isUnacknowledged());
        assertTrue(alert.seen().isEmpty());
    }

    @Test
    void a_dismissal_needs_a_reason_and_holds_for_the_same_finding() {
        RiskAlert alert = raised(Level.HIGH);
        assertEquals("alert.reason.missing", refusal(() -> alert.dismiss("  ", 0, by(SEO, FILE.id()))));

        alert.dismiss("an old phone without battery", 0, by(SEO, FILE.id()));

        assertTrue(alert.wasClosedFor(Level.HIGH, "R05"));
        assertFalse(alert.wasClosedFor(Level.HIGH, "R05 and another phone"));
        assertFalse(alert.wasClosedFor(Level.CRITICAL, "R05"));
    }

    @Test
    void what_no_longer_fires_is_closed_by_nobody_and_may_be_raised_again() {
        RiskAlert alert = raised(Level.HIGH);

        alert.lapse(at(LATER, RISK));

        assertEquals(AlertState.RESOLVED, alert.state());
        assertFalse(alert.wasClosedFor(Level.HIGH, "R05"));
    }

    private static Recording at(Instant moment, Actor who) {
        return new Recording(who.signed(moment), TestKeys.of(FILE.id()));
    }

    private static RiskAlert raised(Level level) {
        return RiskAlert.raise(FILE.id(), ParticipantId.create(), RuleGroup.PHONE, level, "R05", at(NOW, RISK));
    }

    private static String refusal(Runnable act) {
        return assertThrows(RuleViolation.class, act::run).messageKey();
    }
}
