package org.durumi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final TeamId NORTH = TeamId.of("7d9c1d5e-0000-4000-8000-000000000001");
    private static final TeamId SOUTH = TeamId.of("7d9c1d5e-0000-4000-8000-000000000002");
    private static final UserId SEO = new UserId("seo");
    private static final Signed ENTERED = new Signed(new UserId("admin"), Instant.parse("2026-03-01T09:00:00Z"));

    private final Macs macs = TestKeys.macs();

    @Test
    void one_that_was_begun_is_genuine() {
        Membership membership = Membership.begin(SEO, NORTH, ENTERED, macs);

        assertTrue(membership.isGenuine(macs));
        assertEquals(NORTH, membership.team());
    }

    @Test
    void one_of_which_anything_was_changed_is_not() {
        Membership real = Membership.begin(SEO, NORTH, ENTERED, macs);
        Signed later = new Signed(ENTERED.by(), ENTERED.at().plusSeconds(1));
        Signed bySomebodyElse = new Signed(SEO, ENTERED.at());

        for (Membership changed : List.of(
                new Membership(UUID.randomUUID(), SEO, NORTH, ENTERED, real.mac()),
                new Membership(real.id(), new UserId("bae"), NORTH, ENTERED, real.mac()),
                new Membership(real.id(), SEO, SOUTH, ENTERED, real.mac()),
                new Membership(real.id(), SEO, NORTH, later, real.mac()),
                new Membership(real.id(), SEO, NORTH, bySomebodyElse, real.mac()),
                new Membership(real.id(), SEO, NORTH, ENTERED, new byte[32]))) {
            assertFalse(changed.isGenuine(macs));
        }
    }
}
