package org.durumi.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class WaiverTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Signed SEO = new Signed(new UserId("seo"), NOW);
    private static final Signed HANEUL = new Signed(new UserId("haneul"), NOW);
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final WaivedContent PHONE = WaivedContent.of(WaiverSubject.DEPARTURE, SOMEBODY, List.of("R05 YES"));

    @Test
    void a_waiver_lets_exactly_the_content_pass_that_was_seen() {
        Waiver waiver = granted("Returning is worse for her than going now.");

        assertTrue(waiver.covers(PHONE));
        assertFalse(waiver.covers(
                WaivedContent.of(WaiverSubject.DEPARTURE, SOMEBODY, List.of("R05 YES", "R11 BLACKLISTED"))));
        assertFalse(waiver.covers(WaivedContent.of(WaiverSubject.QUOTE, SOMEBODY, List.of("R05 YES"))));
        assertFalse(waiver.covers(WaivedContent.of(WaiverSubject.DEPARTURE, UUID.randomUUID(), List.of("R05 YES"))));
    }

    @Test
    void the_order_in_which_rules_were_found_does_not_matter() {
        assertEquals(
                WaivedContent.of(WaiverSubject.QUOTE, SOMEBODY, List.of("R09", "R11")),
                WaivedContent.of(WaiverSubject.QUOTE, SOMEBODY, List.of("R11", "R09")));
    }

    @Test
    void a_waiver_is_used_once() {
        Waiver waiver = granted("Returning is worse for her than going now.");

        waiver.use(by(HANEUL, waiver));

        assertFalse(waiver.covers(PHONE));
    }

    @Test
    void whoever_grants_a_waiver_does_not_use_it() {
        Waiver waiver = granted("Returning is worse for her than going now.");

        assertFalse(waiver.isFor(SEO.by()));
        assertTrue(waiver.isFor(HANEUL.by()));
        assertThrows(IllegalStateException.class, () -> waiver.use(by(SEO, waiver)));
        assertTrue(waiver.covers(PHONE));
    }

    @Test
    void the_reason_has_at_least_twenty_characters() {
        assertEquals(
                "reason",
                assertThrows(RuleViolation.class, () -> granted("because")).field());
        assertEquals(
                "reason",
                assertThrows(RuleViolation.class, () -> granted(" ".repeat(30))).field());
        assertEquals("가".repeat(20), granted("가".repeat(20)).reason());
        assertThrows(RuleViolation.class, () -> granted("가".repeat(1001)));
    }

    private static Waiver granted(String reason) {
        CaseId kunming = CaseId.create();
        return Waiver.grant(kunming, PHONE, List.of("R05"), reason, new Recording(SEO, TestKeys.of(kunming)));
    }

    private static Recording by(Signed who, Waiver waiver) {
        return new Recording(who, TestKeys.of(waiver.caseId()));
    }
}
