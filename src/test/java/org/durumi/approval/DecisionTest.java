package org.durumi.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Signed SEO = new Signed(new UserId("seo"), Instant.parse("2026-11-22T03:00:00Z"));
    private static final UUID WISH = UUID.randomUUID();
    private static final Object[] CONTENT = {WISH, "C-2026-7F3KQM"};
    private static final Macs MACS = TestKeys.macs();

    private final Decision decision = Decision.sign(CaseId.create(), DecisionKind.ERASURE, WISH, CONTENT, SEO, MACS);

    @Test
    void a_decision_counts_for_exactly_what_was_decided() {
        assertTrue(decision.isGenuine(DecisionKind.ERASURE, WISH, CONTENT, MACS));
        assertFalse(decision.isGenuine(DecisionKind.ERASURE, UUID.randomUUID(), CONTENT, MACS));
        assertFalse(decision.isGenuine(DecisionKind.ERASURE, WISH, new Object[] {WISH, "C-2026-7F3KQN"}, MACS));
        assertEquals(SEO, decision.decided());
    }
}
