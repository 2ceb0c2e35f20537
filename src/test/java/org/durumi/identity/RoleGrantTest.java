package org.durumi.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.identity.RoleGrant.Confirmation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a row gives, role by role: nothing unless it was confirmed, and nothing of it was changed. */
class RoleGrantTest {
    private static final UserId HANEUL = new UserId("haneul");
    private static final Signed ASKED = new Signed(new UserId("admin"), Instant.parse("2026-03-01T09:00:00Z"));
    private static final Signed CONFIRMED = new Signed(new UserId("moon"), Instant.parse("2026-03-01T10:00:00Z"));

    private final Macs macs = TestKeys.macs();

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void one_that_was_asked_for_waits_and_stands_once_it_was_confirmed(Role role) {
        RoleGrant asked = RoleGrant.ask(HANEUL, role, ASKED, macs);

        assertTrue(asked.isGenuine(macs));
        assertFalse(asked.stands(macs));
        assertTrue(asked.confirm(CONFIRMED, macs).stands(macs));
    }

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void one_of_which_anything_was_changed_gives_nothing(Role role) {
        RoleGrant real = RoleGrant.ask(HANEUL, role, ASKED, macs).confirm(CONFIRMED, macs);
        Role another = role == Role.AUDITOR ? Role.SUPERVISOR : Role.AUDITOR;
        Signed later = new Signed(ASKED.by(), ASKED.at().plusSeconds(1));
        Confirmation confirmed = real.confirmation().orElseThrow();
        // What confirms one of somebody else's, and what asks for one, confirms nothing.
        Confirmation elsewhere = RoleGrant.ask(HANEUL, role, ASKED, macs)
                .confirm(CONFIRMED, macs)
                .confirmation()
                .orElseThrow();

        for (RoleGrant changed : List.of(
                with(UUID.randomUUID(), HANEUL, role, ASKED, real.mac(), confirmed),
                with(real.id(), new UserId("yun"), role, ASKED, real.mac(), confirmed),
                with(real.id(), HANEUL, another, ASKED, real.mac(), confirmed),
                with(real.id(), HANEUL, role, later, real.mac(), confirmed),
                with(real.id(), HANEUL, role, CONFIRMED, real.mac(), confirmed),
                with(real.id(), HANEUL, role, ASKED, new byte[32], confirmed),
                with(real.id(), HANEUL, role, ASKED, real.mac(), elsewhere),
                with(real.id(), HANEUL, role, ASKED, real.mac(), new Confirmation(CONFIRMED, real.mac())),
                with(real.id(), HANEUL, role, ASKED, real.mac(), new Confirmation(ASKED, confirmed.mac())))) {
            assertFalse(changed.isGenuine(macs));
            assertFalse(changed.stands(macs));
        }
    }

    private static RoleGrant with(UUID id, UserId who, Role role, Signed asked, byte[] mac, Confirmation confirmation) {
        return new RoleGrant(id, who, role, asked, mac, Optional.of(confirmation));
    }
}
