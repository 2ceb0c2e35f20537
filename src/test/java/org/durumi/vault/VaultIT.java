package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Requests;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys in the real database. */
@ExtendWith(ArquillianExtension.class)
class VaultIT {
    private static final Actor SEO = new Actor(
            new UserId("seo"), Set.of(Role.SUPERVISOR), TeamId.of("7d9c1d5e-0000-4000-8000-000000000001"), "");
    private static final SealedIn NOTE = new SealedIn("norm_price", "sealed");

    @Inject
    Requests requests;

    @Inject
    Vault vault;

    @Test
    void the_key_of_the_organisation_is_there_from_the_start_and_the_same_for_everybody() throws Exception {
        UUID row = UUID.randomUUID();
        List<Sealed> sealed = requests.atOnce(8, SEO, () -> vault.organisation().seal(NOTE, row, List.of("연길")));
        for (Sealed each : sealed) {
            assertEquals(
                    List.of("연길"), requests.as(SEO, () -> vault.organisation().open(NOTE, row, each)));
        }
    }
}
