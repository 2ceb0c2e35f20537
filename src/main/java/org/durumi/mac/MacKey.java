package org.durumi.mac;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA256 (RFC 2104), and for deriving other keys. */
public final class MacKey {
    /** The bytes of a key and of a MAC. */
    public static final int LENGTH = 32;

    /** The bits of a tag. */
    public static final int TAG_BITS = 10;

    private static final String ALGORITHM = "HmacSHA256";

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
     * The first ten bits of a keyed hash, under which something can be looked for though it is sealed: each tag is shared by a thousandth
     * of all that could be, so that one that fits proves nothing.
     */
    public static int tag(byte[] hash) {
        return ByteBuffer.wrap(hash).getInt() >>> (Integer.SIZE - TAG_BITS);
    }

    /**
     * The MAC of some values in this order.
     *
     * @param values as {@link Values#bytes} takes them
     * @throws IllegalArgumentException for a moment finer than the database keeps, which would never fit again
     */
    public byte[] of(Object... values) {
        return hmac().doFinal(Values.bytes(values));
    }

    /** Whether a stored MAC is that of these values; compared in constant time. */
    public boolean fits(byte[] mac, Object... values) {
        return MessageDigest.isEqual(mac, of(values));
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
