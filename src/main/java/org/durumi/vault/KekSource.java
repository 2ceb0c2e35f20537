package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key-encryption key, which wraps the keys of the cases. It lies outside the database. */
@ApplicationScoped
class KekSource {
    /** The version of the key-encryption key that wraps new keys. */
    static final int VERSION = 1;

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String directory;

    private volatile RawKey kek;

    /** @throws UncheckedIOException if the file kek.key cannot be read */
    RawKey kek() {
        if (kek == null) {
            try {
                kek = new RawKey(Base64.getDecoder()
                        .decode(Files.readString(Path.of(directory, "kek.key")).strip()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return kek;
    }
}
