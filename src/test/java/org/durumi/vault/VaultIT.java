package org.durumi.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys in the real database. */
@ExtendWith(ArquillianExtension.class)
class VaultIT {
    private static final Actor SEO = new Actor(
            new UserId("seo"),
            Set.of(Role.SUPERVISOR),
            Optional.of(TeamId.of("7d9c1d5e-0000-4000-8000-000000000001")),
            "");
    private static final SealedText NOTE = new SealedText("norm_price", "sealed");

    @Inject
    Requests requests;

    @Inject
    Vault vault;

    @Test
    void the_key_of_the_organisation_is_there_from_the_start_and_the_same_for_everybody() throws Exception {
        UUID row = UUID.randomUUID();
        List<Sealed> sealed = requests.atOnce(8, SEO, () -> NOTE.seal("연길", row, vault.organisation()));
        for (Sealed each : sealed) {
            Sealed stored = new Sealed(each.bytes());
            assertEquals("연길", requests.as(SEO, () -> NOTE.read(NOTE.open(stored, row, vault.organisation()))));
        }
    }

    /** As after a restore in which the keys were forgotten. */
    @Test
    void no_key_of_the_organisation_is_made_where_there_are_cases() throws SQLException {
        SortedMap<Integer, VersionedKey> another = new TreeMap<>(Map.of(1, VersionedKey.draw(1)));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("delete from organisation_key");
            statement.execute("insert into team (id, name) values (gen_random_uuid(), 'restored')");
            statement.execute("""
                    insert into case_file (id, number, kind, route, destination, priority, team_id, stage, country, level,
                        opened_by, opened_at, changed_at, people, described, mac, headline_mac, version)
                    select gen_random_uuid(), 'C-2026-ZZZZZZ', 'INDIVIDUAL', 'UNKNOWN', '', 'NORMAL', id, 'CONTACT', '', 'LOW',
                        'somebody', now(), now(), 1, 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 0
                    from team where name = 'restored'
                    """);
            assertThrows(WillNotOpen.class, () -> VaultLock.makeFirst(Statements.on(superuser), another));
            assertEquals(List.of(), WrappedOrganisationKey.all(Statements.on(superuser)));
            superuser.rollback();
        }
    }
}
