package org.durumi.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Thirty-two bytes with which Tink seals and opens: AES-256-GCM with associated data. */
final class RawKey {
    static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final Aead aead;

    /** @throws IllegalArgumentException if the secret has not 32 bytes */
    RawKey(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        this.secret = secret.clone();
        try {
            this.aead = new AesGcmJce(secret);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-256-GCM", impossible);
        }
    }

    static RawKey draw() {
        byte[] secret = new byte[LENGTH];
        RANDOM.nextBytes(secret);
        return new RawKey(secret);
    }

    byte[] seal(byte[] plain, String associated) {
        try {
            return aead.encrypt(plain, associated.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /** @throws WillNotOpen if it was sealed with another key or other associated data, or changed since */
    byte[] open(byte[] sealed, String associated) {
        try {
            return aead.decrypt(sealed, associated.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrong) {
            throw new WillNotOpen(wrong);
        }
    }

    /** This key, sealed with another. */
    byte[] wrappedBy(RawKey other, String associated) {
        return other.seal(secret, associated);
    }

    /** @throws WillNotOpen if it was wrapped by another key or for something else */
    static RawKey unwrap(byte[] wrapped, RawKey by, String associated) {
        return new RawKey(by.open(wrapped, associated));
    }
}
