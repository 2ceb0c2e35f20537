package org.durumi.mac;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key for HMAC-SHA256 (RFC 2104), and for deriving other keys. */
public final class MacKey {
    /** The bytes of a key and of a MAC. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Stands for the length of a value that is not there. */
    private static final int ABSENT = -1;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException if the secret has fewer than 32 bytes */
    public MacKey(byte[] secret) {
        if (secret.length < LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A key for one use, of which the others tell nothing. */
    public MacKey derived(String label) {
        return new MacKey(hash(label));
    }

    /** The keyed hash of a text. */
    public byte[] hash(String text) {
        return hmac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The MAC of some values in this order. Each goes in with its length, so that no two lists of values are the same.
     *
     * @param values texts, numbers, enums, identifiers, bytes, moments in microseconds (as the database keeps them), or
     *     optional ones
     * @throws IllegalArgumentException for a moment finer than the database keeps, which would never fit again
     */
    public byte[] of(Object... values) {
        Mac mac = hmac();
        for (Object each : values) {
            update(mac, each instanceof Optional<?> optional ? optional.orElse(null) : each);
        }
        return mac.doFinal();
    }

    /** Whether a stored MAC is that of these values; compared in constant time. */
    public boolean fits(byte[] mac, Object... values) {
        return MessageDigest.isEqual(mac, of(values));
    }

    private static void update(Mac mac, @Nullable Object value) {
        if (value == null) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return;
        }
        byte[] bytes = value instanceof byte[] raw ? raw : text(value).getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private static String text(Object value) {
        if (value instanceof Instant moment) {
            if (!moment.truncatedTo(ChronoUnit.MICROS).equals(moment)) {
                throw new IllegalArgumentException("a moment finer than microseconds is not stored as it is");
            }
            return moment.toString();
        }
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }

    private Mac hmac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
