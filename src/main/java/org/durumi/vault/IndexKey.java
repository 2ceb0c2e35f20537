package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The key under which what is searched for is hashed. It lies in the keys directory, never in the database. */
@ApplicationScoped
public class IndexKey {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String directory;

    private volatile byte @Nullable [] key;

    /** @throws UncheckedIOException if the file index.key cannot be read */
    public byte[] bytes() {
        if (key == null) {
            try {
                key = Base64.getDecoder()
                        .decode(Files.readString(Path.of(directory, "index.key"))
                                .strip());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return key.clone();
    }

    /**
     * The keyed hash of a text, under a key of its own for each purpose.
     *
     * @return 32 bytes
     */
    public byte[] hash(String purpose, String text) {
        return hmac(hmac(bytes(), purpose), text);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
