package org.durumi.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.mac.Macs;
import org.jspecify.annotations.Nullable;

/** Keys for cases that are generated in great numbers and copied into the database, wrapped as the application wraps them. */
public final class GeneratedKeys {
    private static final int FIRST = 1;

    private final VersionedKey kek;
    private @Nullable VersionedKey organisation;

    /** @param keys the directory of an installation's keys, with a key-encryption key in a file */
    public GeneratedKeys(Path keys) {
        try {
            kek = new VersionedKey(
                    FIRST,
                    Base64.getDecoder()
                            .decode(Files.readString(keys.resolve("kek.key")).strip()));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Makes the organisation's key unless there is one: it must be there before the first case. */
    public void addOrganisation(Connection database) {
        WrappedOrganisationKey.of(VersionedKey.draw(FIRST), kek).add(Statements.on(database));
        organisation =
                WrappedOrganisationKey.all(Statements.on(database)).get(0).unwrap(kek);
    }

    /** Seals what belongs to teams. */
    public OrganisationKey organisation() {
        VersionedKey key = Objects.requireNonNull(organisation);
        return new OrganisationKey(key, () -> key);
    }

    /** The MACs of that organisation's key. */
    public Macs macs() {
        return new OrganisationMacs(Objects.requireNonNull(organisation));
    }

    /** The first key of a case, and what the table of keys holds of it. */
    public record Drawn(CaseKey key, int version, int kekVersion, byte[] wrapped) {}

    public Drawn draw(CaseId caseId) {
        VersionedKey drawn = VersionedKey.draw(FIRST);
        byte[] wrapped = drawn.wrappedBy(kek, WrappedKey.place(caseId, FIRST, FIRST));
        return new Drawn(new CaseKey(caseId, drawn), FIRST, FIRST, wrapped);
    }

    /** Opens a value of whatever kind of row. */
    public static void open(SealedIn where, UUID row, Sealed sealed, CaseKey key) {
        key.open(where, row, sealed);
    }

    /** The key of a case as the table of keys holds it. */
    public CaseKey unwrap(CaseId caseId, byte[] wrapped) {
        return new CaseKey(caseId, VersionedKey.unwrap(FIRST, wrapped, kek, WrappedKey.place(caseId, FIRST, FIRST)));
    }
}
