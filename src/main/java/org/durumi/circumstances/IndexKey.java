package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key under which phone numbers are hashed. It lies in the keys directory, never in the database. */
@ApplicationScoped
public class IndexKey {
    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String directory;

    /** @throws UncheckedIOException if the file index.key cannot be read */
    byte[] bytes() {
        try {
            return Base64.getDecoder()
                    .decode(Files.readString(Path.of(directory, "index.key")).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
